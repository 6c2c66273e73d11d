/** What each change is, for people: how micro-credentials are judged. */
export const ASSESSMENT_CHANGE_NAMES: readonly [string, string][] = [
  ["assessment.taken", "Portfolio taken from the queue"],
  ["assessment.handed-back", "Portfolio handed back to the queue"],
  ["assessment.released", "Portfolio given back to the queue by itself"],
  ["assessment.scored", "Portfolio scored"],
  ["assessment.second-asked", "Second reading asked for"],
  ["assessment.second-withdrawn", "Wish for a second reading taken back"],
  ["assessor.invited", "Assessor named"],
  ["assessor.admitted", "Assessor admitted"],
  ["assessor.not-yet", "Assessor practises on"],
  ["assessor.recalibrated", "Assessor practises again"],
  ["assessor.stopped", "Assessor stopped"],
  ["practice.piece-chosen", "Piece of practice chosen"],
  ["practice.piece-removed", "Piece of practice taken out"],
  ["practice.handed-in", "Practice handed in"],
];
