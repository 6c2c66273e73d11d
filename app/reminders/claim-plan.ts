import { type ClaimStatus, WAITS_FOR_PERSON } from "~/credits/claims/claim-status";
import { type GatePolicy, missingGates } from "~/credits/claims/gates";
import { wallDay } from "~/platform/time/time-zone";
import type { PlannedReminder } from "./planned-reminder";
import type { Reminded } from "./session-plan";

export interface PlannedClaim {
  id: string;
  personId: string;
  status: ClaimStatus;
  earnedMinutes: number;
  evaluated: boolean;
  settled: boolean;
  createdAt: number;
  claimedAt: number | null;
}

/** The message that hours can be claimed comes first; with these two it has been said three times, a week apart. */
const CLAIM_DAYS = [7, 14];
const EVALUATION_DAYS = [3, 10];
const PAYMENT_DAYS = [7, 21];
const CONFIRM_DAYS = [1, 8];
/** How long the last of a row stays of use. */
const LAST_USE_DAYS = 7;

const WAITING: readonly ClaimStatus[] = WAITS_FOR_PERSON;

/** Reminders of what somebody still has to do for their hours: claim, evaluate, pay (T3). */
export function planClaimReminders(
  claims: readonly PlannedClaim[],
  policy: GatePolicy,
  timeZone: string,
): PlannedReminder[] {
  return claims.flatMap((claim) => {
    const of = (kind: "claim" | "evaluation" | "payment", from: number, days: readonly number[]) =>
      planRow({ kind, subjectId: claim.id, personId: claim.personId, since: from }, from, days, timeZone);
    if (claim.status === "open" && claim.earnedMinutes > 0) return of("claim", claim.createdAt, CLAIM_DAYS);
    if (!WAITING.includes(claim.status) || claim.claimedAt === null) return [];
    const missing = missingGates(claim, policy);
    return [
      ...(missing.includes("evaluation") ? of("evaluation", claim.claimedAt, EVALUATION_DAYS) : []),
      ...(missing.includes("payment") ? of("payment", claim.claimedAt, PAYMENT_DAYS) : []),
    ];
  });
}

/** Facilitators are asked to confirm attendance the morning after the end, and once more a week later. */
export function planConfirmations(
  offering: { id: string; endsAt: number; timeZone: string },
  facilitators: readonly Reminded[],
): PlannedReminder[] {
  return facilitators.flatMap(({ personId, since }) =>
    planRow(
      { kind: "confirm-attendance", subjectId: offering.id, personId, since },
      offering.endsAt,
      CONFIRM_DAYS,
      offering.timeZone,
    ),
  );
}

/** A row of reminders at 8:00, so many days after an instant. Each is of use until the next: a missed one never doubles. */
function planRow(
  about: Pick<PlannedReminder, "kind" | "subjectId" | "personId" | "since">,
  from: number,
  days: readonly number[],
  timeZone: string,
): PlannedReminder[] {
  return days.map((day, index) => ({
    ...about,
    occasion: `${from} +${day}`,
    dueAt: wallDay(from, day, "08:00", timeZone),
    expiresAt: wallDay(from, days[index + 1] ?? day + LAST_USE_DAYS, "08:00", timeZone),
  }));
}
