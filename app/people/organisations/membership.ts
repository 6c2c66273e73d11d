import { type AffiliationDates, affiliationOn } from "~/people/affiliations/affiliation-dates";
import { formatPlainDate } from "~/platform/format";

/** A stretch of membership in the cooperative, first and last day included. */
export type Membership = AffiliationDates;

/** A stretch of membership in words: "Member since Thu, Oct 1, 2026". */
export function membershipInWords({ fromDate, toDate }: Membership): string {
  const from = formatPlainDate(fromDate);
  return toDate === null ? `Member since ${from}` : `Member from ${from} to ${formatPlainDate(toDate)}`;
}

export type MembershipFate = "joins" | "ends" | "nothing";

/**
 * What a change of membership on a day does to one organisation: it joins from the day where no stretch holds that day or
 * begins later; it ends with the day where a stretch holds it and lasts beyond.
 */
export function membershipFate(
  memberships: readonly Membership[],
  change: "join" | "end",
  day: string,
): MembershipFate {
  const held = affiliationOn(memberships, day);
  if (change === "end") return held && (held.toDate === null || held.toDate > day) ? "ends" : "nothing";
  return held || memberships.some(({ fromDate }) => fromDate > day) ? "nothing" : "joins";
}
