/** One thing that waits at a desk: how many, and where. */
export interface WorkCounter {
  label: string;
  count: number;
  to: string;
  /** Whether it has waited too long, or somebody is kept waiting. */
  urgent?: boolean;
}

/** What waits at one desk. */
export interface WorkDesk {
  label: string;
  to: string;
  counters: WorkCounter[];
  /** Single offerings that need somebody, each with what it needs. */
  offerings: { id: string; title: string; need: string; to: string }[];
  /** Whether more of them do than are given. */
  hasMore: boolean;
}

const DAY_MS = 86_400_000;

/** Ages by which waiting claims are counted, oldest first; days, the younger bound included and the older one not. */
export const CLAIM_AGES = [
  { label: "Claims older than four weeks", from: 28, to: null, urgent: true },
  { label: "Claims of two to four weeks", from: 14, to: 28, urgent: true },
  { label: "Claims of one to two weeks", from: 7, to: 14, urgent: false },
  { label: "Claims of this week", from: 0, to: 7, urgent: false },
] as const;

/** When a claim of an age was made, epoch milliseconds: after the first, up to the second. */
export function madeBetween(
  now: number,
  { from, to }: (typeof CLAIM_AGES)[number],
): { after: number | null; upTo: number } {
  return { after: to === null ? null : now - to * DAY_MS, upTo: now - from * DAY_MS };
}

/** What waits, without what does not. */
export const withoutNothing = (counters: readonly WorkCounter[]): WorkCounter[] =>
  counters.filter(({ count }) => count > 0);
