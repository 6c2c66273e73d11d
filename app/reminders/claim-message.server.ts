import { isConfirmedSince } from "~/attendance/presence/confirmation.server";
import { findFeeInvoice } from "~/billing/fees/claim-charge.server";
import { feeOf } from "~/billing/fees/claim-fee.server";
import { getOffering } from "~/catalog/offerings/offering.server";
import { published } from "~/catalog/offerings/published";
import { isClaimTooLate } from "~/credits/claims/claim.server";
import { getClaim } from "~/credits/claims/claim-row.server";
import type { Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatDate, formatHours, formatMoney, plural } from "~/platform/format";
import { nameOffering, replyToFor } from "~/registration/messages/offering-message.server";
import type { Compose } from "./compose.server";
import type { Reminder } from "./reconcile.server";
import { countRoster, facilitates } from "./session-message.server";
import { WAITS_FOR_PERSON } from "~/credits/claims/claim-status";

const DONE = { skip: "The step has been taken." };

/** Hours that were earned and not claimed. */
export const composeClaim: Compose = (tx, ctx, reminder) => {
  const { claim, offering, replyTo, about } = findClaim(tx, reminder);
  if (claim.status !== "open" || claim.earnedMinutes === 0) return DONE;
  if (isClaimTooLate(published(offering), ctx.now)) return { skip: "The last day to claim is over." };
  return { kind: "claim-reminder", replyTo, payload: { ...about, earnedHours: formatHours(claim.earnedMinutes) } };
};

/** An evaluation that a claim waits for. */
export const composeEvaluation: Compose = (tx, _ctx, reminder) => {
  const { claim, replyTo, about } = findClaim(tx, reminder);
  if (claim.evaluated || claim.requestedMinutes === null || claim.status !== "claimed") return DONE;
  return {
    kind: "evaluation-reminder",
    replyTo,
    payload: { ...about, claimedHours: formatHours(claim.requestedMinutes) },
  };
};

/** A fee that a claim waits for; not where a district was billed for it. */
export const composePayment: Compose = (tx, ctx, reminder) => {
  const { claim, offering, replyTo, about } = findClaim(tx, reminder);
  if (
    claim.settled ||
    claim.requestedMinutes === null ||
    !(WAITS_FOR_PERSON as readonly string[]).includes(claim.status)
  )
    return DONE;
  if (findFeeInvoice(tx, claim.id)?.organisationId) return { skip: "The district was billed." };
  const { cents } = feeOf(tx, ctx, offering, claim.personId, claim.requestedMinutes);
  if (cents === 0) return { skip: "There is no fee." };
  return {
    kind: "payment-reminder",
    replyTo,
    payload: { ...about, claimedHours: formatHours(claim.requestedMinutes), amount: formatMoney(cents) },
  };
};

/** Attendance that nobody has confirmed. */
export const composeConfirmation: Compose = (tx, _ctx, reminder) => {
  const offering = published(getOffering(tx, reminder.subjectId));
  if (isConfirmedSince(tx, offering.id, offering.endsAt)) return DONE;
  if (offering.state !== "published") return { skip: "The offering was cancelled." };
  if (!facilitates(tx, reminder.personId, offering.id)) return { skip: "The person does not facilitate it any more." };
  const { expected } = countRoster(tx, offering.id);
  if (expected === 0) return { skip: "Nobody is on the roster." };
  const { providerName, offeringTitle } = nameOffering(tx, offering.id);
  return {
    kind: "confirm-attendance",
    replyTo: replyToFor(tx, offering.id),
    payload: {
      providerName,
      offeringTitle,
      endedOn: formatDate(offering.endsAt, offering.timeZone),
      waiting: plural(expected, "person", "people"),
      actionUrl: `${origin}/facilitator/offerings/${offering.id}`,
    },
  };
};

function findClaim(tx: Transaction, reminder: Reminder) {
  const claim = getClaim(tx, reminder.subjectId);
  const offering = getOffering(tx, claim.offeringId);
  const { providerName, offeringTitle } = nameOffering(tx, claim.offeringId);
  return {
    claim,
    offering,
    replyTo: replyToFor(tx, claim.offeringId),
    about: { providerName, offeringTitle, actionUrl: `${origin}/claims/${claim.id}` },
  };
}
