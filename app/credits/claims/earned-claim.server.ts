import { and, eq } from "drizzle-orm";
import { claims } from "#drizzle/schema/credits";
import { claimByInWords } from "~/catalog/offerings/claim-deadline";
import { published } from "~/catalog/offerings/published";
import type { Offering } from "~/catalog/offerings/offering.server";
import type { ActorContext } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatClockHours, formatHours } from "~/platform/format";
import { newId } from "~/platform/ids";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { addressee, nameOffering, replyToFor } from "~/registration/messages/offering-message.server";
import { isUnderWay } from "./claim-status";
import { changeClaim, type Claim, recordClaimChange } from "./claim-row.server";
import { insertCorrectionRequest } from "~/credits/corrections/correction-request.server";
import { findNewestCredit } from "~/credits/ledger/credit-row.server";
import { sendReturned } from "./returned-message.server";

/**
 * What follows for a person's claim from hours that were counted, first or anew (T3, T7). No claim yet: one is opened.
 * A claim under way that asks for more than is earned now is returned. A posted credit of more than is earned now stays
 * until the registrar has looked at it: a request for its correction is opened.
 *
 * @returns whether the person has hours to claim now
 */
export function applyEarning(
  tx: Transaction,
  ctx: ActorContext,
  offering: Offering,
  personId: string,
  minutes: number,
): boolean {
  const claim = tx
    .select()
    .from(claims)
    .where(and(eq(claims.offeringId, offering.id), eq(claims.personId, personId)))
    .get();
  if (!claim) return minutes > 0 && openClaim(tx, ctx, offering, personId, minutes);
  if (claim.earnedMinutes !== minutes) adjustClaim(tx, ctx, claim, minutes);
  return (claim.status === "open" || claim.status === "returned") && minutes > 0;
}

function openClaim(tx: Transaction, ctx: ActorContext, offering: Offering, personId: string, minutes: number): boolean {
  const row = {
    id: newId(),
    offeringId: offering.id,
    personId,
    status: "open" as const,
    earnedMinutes: minutes,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  };
  tx.insert(claims).values(row).run();
  recordClaimChange(tx, ctx, row, null, "open");
  sendClaimOpen(tx, ctx, offering, row);
  return true;
}

function adjustClaim(tx: Transaction, ctx: ActorContext, claim: Claim, minutes: number): void {
  const reason = `Attendance was corrected: ${formatClockHours(minutes)} earned, ${formatHours(claim.earnedMinutes)} before.`;
  const tooMuch = (claim.requestedMinutes ?? 0) > minutes;
  if (tooMuch && isUnderWay(claim.status)) {
    const returned = changeClaim(tx, ctx, claim, "returned", { earnedMinutes: minutes, reason });
    sendReturned(tx, ctx, returned, reason);
    return;
  }
  tx.update(claims).set({ earnedMinutes: minutes, updatedAt: ctx.now }).where(eq(claims.id, claim.id)).run();
  const credit = claim.status === "posted" ? findNewestCredit(tx, claim.id) : null;
  if (credit && credit.minutes > minutes)
    insertCorrectionRequest(tx, ctx, credit, { origin: "attendance", minutes, reason });
}

function sendClaimOpen(
  tx: Transaction,
  ctx: ActorContext,
  offering: Offering,
  claim: { id: string; personId: string; earnedMinutes: number },
): void {
  const { personName, ...to } = addressee(tx, claim.personId);
  const given = published(offering);
  enqueueMessage(tx, ctx, {
    kind: "claim-open",
    subjectId: claim.id,
    ...to,
    replyTo: replyToFor(tx, offering.id),
    payload: {
      ...nameOffering(tx, offering.id),
      personName,
      inServiceNumber: offering.inServiceNumber,
      earnedHours: formatHours(claim.earnedMinutes),
      claimCode: offering.claimCode,
      claimBy: claimByInWords(given, given.policy),
      actionUrl: `${origin}/claims/${claim.id}`,
    },
  });
}
