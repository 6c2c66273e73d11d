/** What the committee decided on the hours that a version asks for (M2). */
export const HOURS_DECISIONS = ["approved", "declined"] as const;
export type HoursDecision = (typeof HOURS_DECISIONS)[number];

/** What became of the clock hours of an award. */
export const AWARD_HOURS_STATUSES = ["claimed", "returned", "posted"] as const;
export type AwardHoursStatus = (typeof AWARD_HOURS_STATUSES)[number];

/** Statuses in words. */
export const AWARD_HOURS_LABELS: Record<AwardHoursStatus, string> = {
  claimed: "Claimed",
  returned: "Returned",
  posted: "Posted",
};

/**
 * T5, for what was earned by evidence instead of attendance: kept in full with each claim, so that another text changes nothing
 * that was signed.
 */
export const AWARD_AFFIDAVIT = {
  version: "micro-credential 2026-1",
  text: "I earned this micro-credential by my own work, and I seek no college credit for the same work. I declare this under penalty of perjury under the laws of the State of Washington. I know that a misstatement may cost my certificate.",
};

/** An approval as the rule needs it. Minutes are whole, instants epoch milliseconds. */
export interface HoursApproval {
  decision: HoursDecision;
  minutes: number | null;
  decidedAt: number;
}

/**
 * M2: the decision under which an award has hours, or null: the newest approval of its version that was there when it was
 * awarded. A later one changes nothing about what was awarded before; a later refusal takes nothing from what was approved
 * then.
 */
export function approvalFor<Approval extends HoursApproval>(
  decisions: readonly Approval[],
  awardedAt: number,
): Approval | null {
  const before = decisions.filter(({ decidedAt }) => decidedAt <= awardedAt);
  const newest = before.reduce<Approval | null>(
    (found, each) => (found === null || each.decidedAt >= found.decidedAt ? each : found),
    null,
  );
  return newest?.decision === "approved" && newest.minutes ? newest : null;
}

/** Why hours cannot be claimed, approved, posted or returned. */
export type HoursRefusal =
  | "unknown-award"
  | "unknown-microcredential"
  | "not-possible-now"
  | "no-hours"
  | "no-hours-asked"
  | "more-than-asked"
  | "between-steps"
  | "committee-in-future"
  | "provider-not-approved"
  | "note-missing";

/** Each refusal in plain words. */
export const HOURS_REFUSALS: Record<HoursRefusal, string> = {
  "unknown-award": "There is no such award on your desk.",
  "unknown-microcredential": "There is no such micro-credential on your desk.",
  "not-possible-now": "Somebody has changed this meanwhile. Reload the page and look again.",
  "no-hours": "The committee had approved no clock hours for this award when it was given.",
  "no-hours-asked": "The published version asks for no clock hours. Begin a new version that says how many.",
  "more-than-asked": "The published version asks for fewer hours.",
  "between-steps": "The provider’s policy counts hours in larger steps, or from a larger minimum.",
  "committee-in-future": "The committee cannot have met on a day that is still to come.",
  "provider-not-approved": "The provider is not approved for the year that holds this day.",
  "note-missing": "Say what the committee wants changed.",
};
