import type { ClaimStatus } from "~/credits/claims/claim-status";
import { formatDate } from "~/platform/format";

/** Claims that wait for their person. */
export const WAITING_CLAIMS = ["open", "returned", "claimed", "evaluated"] as const satisfies readonly ClaimStatus[];
export type WaitingClaim = (typeof WAITING_CLAIMS)[number];

/** What is still to be done, for HR and for the person. */
export const WAITING_CLAIM_WORDS: Record<WaitingClaim, string> = {
  open: "to claim",
  returned: "to claim again: it was returned",
  claimed: "to evaluate",
  evaluated: "to pay for",
};

export const isWaitingClaim = (status: string): status is WaitingClaim =>
  WAITING_CLAIMS.some((each) => each === status);

/** Somebody is reminded of them again after so long at the earliest, milliseconds. */
export const NUDGE_EVERY_MS = 7 * 86_400_000;

/** Whether somebody who was reminded at a moment, or never, may be reminded now. */
export const mayBeNudged = (lastAt: number | null, now: number): boolean =>
  lastAt === null || now - lastAt >= NUDGE_EVERY_MS;

/** Somebody with claims that are not posted before the cut-off unless they do something. */
export interface PersonWithClaims {
  id: string;
  name: string;
  claims: { id: string; title: string; endedOn: string; waits: WaitingClaim }[];
  /** When HR of the district reminded them last, epoch milliseconds. */
  nudgedAt: number | null;
  hasAddress: boolean;
}

/** Whether somebody was reminded, and whether they can be now. */
export function remindedInWords(
  { nudgedAt, hasAddress }: Pick<PersonWithClaims, "nudgedAt" | "hasAddress">,
  now: number,
  timeZone: string,
): string {
  if (!hasAddress) return "No email address on file";
  if (nudgedAt === null) return "Not yet";
  const day = formatDate(nudgedAt, timeZone);
  return mayBeNudged(nudgedAt, now) ? day : `${day}; again a week later`;
}
