import { plural } from "~/platform/format";

/** When an offering's first session is, epoch milliseconds, and whether it has a copy of its policy already. */
export interface Dated {
  at: number;
  copied: boolean;
}

/** What rests on a policy: offerings that it decides about, and approved ones that keep a copy. */
export interface Touched {
  open: number;
  copies: number;
}

/** What lies within a period of epoch milliseconds; its end is not included, and null where it is open. */
export function touchedWithin(offerings: readonly Dated[], from: number, until: number | null): Touched {
  const within = offerings.filter(({ at }) => at >= from && (until === null || at < until));
  const copies = within.filter(({ copied }) => copied).length;
  return { open: within.length - copies, copies };
}

/** The same in words. */
export function touchedInWords({ open, copies }: Touched): string {
  if (open + copies === 0) return "No offering is on these days yet.";
  const parts = [
    `${plural(open, "offering that is", "offerings that are")} not approved yet`,
    `${plural(copies, "approved offering keeps", "approved offerings keep")} a copy of what was in force`,
  ];
  return `On these days: ${parts.join("; ")}.`;
}

/**
 * Whether a policy stays as it is: its first day has come, and an offering rests on it. One whose day is still to come can
 * be changed; approved offerings keep their copy.
 */
export function isFixed(policy: { fromDate: string; touched: Touched }, today: string): boolean {
  return policy.fromDate <= today && policy.touched.open + policy.touched.copies > 0;
}

/** Whether a policy can be deleted: nothing was approved with it, nothing rests on it today, and another comes before it. */
export function isDeletable(policy: { fromDate: string; touched: Touched; isFirst: boolean }, today: string): boolean {
  return !policy.isFirst && policy.touched.copies === 0 && !isFixed(policy, today);
}
