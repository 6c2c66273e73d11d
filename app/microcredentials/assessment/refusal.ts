import type { ScoreFault } from "./assessment";

/** Why nothing was changed about an assessment. */
export type AssessmentRefusal =
  | ScoreFault
  | "unknown-submission"
  | "unknown-assessment"
  | "own-portfolio"
  | "recused"
  | "conflict"
  | "conflict-not-answered"
  | "asked-already"
  | "not-asked"
  | "scored-already"
  | "nothing-to-judge"
  | "judged-already"
  | "taken";

/** Each refusal in plain words. */
export const ASSESSMENT_REFUSALS: Record<AssessmentRefusal, string> = {
  "unknown-submission": "It is not in your queue any more.",
  "unknown-assessment": "You do not hold this any more. It went back to the queue.",
  "own-portfolio": "Nobody judges their own portfolio.",
  recused: "You handed it back because of a conflict of interest. Somebody else reads it.",
  conflict: "Somebody else reads this one: you and its author may work together.",
  "conflict-not-answered": "Say first that you have no conflict of interest.",
  "asked-already": "A second reading is asked for already.",
  "not-asked": "Nobody asks for a second reading any more.",
  "scored-already": "Somebody has scored it, so the wish for a second reading stands.",
  "nothing-to-judge": "Nobody is needed for this now.",
  "judged-already": "You have judged this already; somebody else has to read it now.",
  taken: "A colleague has just taken this.",
  "foreign-criterion": "Reload the page: a criterion is scored that is not asked about.",
  "not-every-criterion": "Score every criterion.",
  "comment-missing": "Say what is missing wherever you choose “not yet”: the candidate reads it.",
};
