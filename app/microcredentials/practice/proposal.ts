/** A decided submission that its author gave for practice, as it is weighed. */
export interface Candidate {
  submissionId: string;
  decidedAt: number;
  /** How many criteria were judged, and how many of those were demonstrated. */
  judged: number;
  demonstrated: number;
}

/** How many pieces make a good practice. */
export const PRACTICE_SIZE = 5;

/**
 * Which submissions to practise on, at most so many as are wanted. As far as there are some, those with a "not yet" and those
 * without one take turns: on one level alone nobody learns to tell the two apart, and kappa cannot be reckoned. Newest first.
 */
export function proposePieces(candidates: readonly Candidate[], wanted: number): string[] {
  const newest = candidates.toSorted((one, other) => other.decidedAt - one.decidedAt);
  const [mixed, whole] = [
    newest.filter(({ judged, demonstrated }) => demonstrated < judged),
    newest.filter(({ judged, demonstrated }) => demonstrated === judged),
  ];
  const turns = Array.from({ length: newest.length }, (_, index) => [mixed[index], whole[index]]).flat();
  return turns
    .filter((each) => each !== undefined)
    .slice(0, Math.max(0, wanted))
    .map(({ submissionId }) => submissionId);
}
