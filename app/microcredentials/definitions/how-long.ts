const DAY_MS = 86_400_000;

/** Fewer awards than that tell of single people (P4): then nothing is said of how long people took. */
export const FEWEST_AWARDS = 5;

/** Days that half of some spans took at most, whole and at least one; null for none. */
export function medianDays(spans: readonly number[]): number | null {
  if (spans.length === 0) return null;
  const sorted = spans.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return Math.max(1, Math.ceil(middle / DAY_MS));
}

/**
 * How long people took, from the beginning to the award and from handing in to the decision; null before there are five awards.
 * @param awards milliseconds from the beginning of each portfolio to its award
 * @param decisions milliseconds from each submission to its decision
 */
export function howLong(
  awards: readonly number[],
  decisions: readonly number[],
): { toAward: number; toDecision: number } | null {
  if (awards.length < FEWEST_AWARDS) return null;
  const [toAward, toDecision] = [medianDays(awards), medianDays(decisions)];
  return toAward === null || toDecision === null ? null : { toAward, toDecision };
}
