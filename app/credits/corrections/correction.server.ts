import { getPublishedFacts, type PublishedFacts } from "~/catalog/offerings/offering-facts.server";
import { findScopedClaim } from "~/credits/claims/claim.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { canonicalJson } from "~/platform/canonical-json";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatHours, formatPlainDate } from "~/platform/format";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { dateOf } from "~/platform/time/time-zone";
import { addressee, nameOffering, replyToFor, replyToOf } from "~/registration/messages/offering-message.server";
import { fitsIncrement, stepsAround } from "~/credits/counting/increment";
import { decideRequest, listCorrectionRequests } from "./correction-request.server";
import {
  type ClaimCredit,
  findNewestCredit,
  getNewestCredit,
  insertCredit,
  takeSnapshot,
} from "~/credits/ledger/credit-row.server";
import type { ClaimRefusal } from "~/credits/claims/refusal";
import { transcriptUrl } from "~/credits/ledger/ledger.server";

/** What a correction changed: the version that stood and the one that stands. */
export interface Correction {
  before: ClaimCredit;
  after: ClaimCredit;
}

/**
 * The registrar corrects a posted credit (T7): a new version with the new hours, the reason and the approver supersedes
 * the old one, which stays. Never more than attendance earned. The name and certificate number are taken as they are
 * now. Open requests about the credit are answered by it, and the person is told.
 *
 * Runs in the transaction of `desks/registrar/correct-credit.server.ts`, which tells districts that have exported the old
 * version.
 */
export function correctCredit(
  tx: Transaction,
  ctx: ScopedContext,
  input: { claimId: string; minutes: number; reason: string },
): Outcome<Correction, ClaimRefusal> {
  const row = findScopedClaim(tx, ctx, input.claimId);
  const before = row && findNewestCredit(tx, row.claim.id);
  if (!row || !before) return refuse("unknown-claim");
  if (input.minutes > row.claim.earnedMinutes) return refuse("more-than-earned", { earned: row.claim.earnedMinutes });
  const { minutes, reason } = input;
  const facts = getPublishedFacts(tx, row.claim.offeringId);
  const { policy } = facts.offering;
  if (!fitsIncrement(minutes, policy, row.claim.earnedMinutes))
    return refuse("between-steps", stepsAround(minutes, policy));
  const snapshot = takeSnapshot(tx, row.claim, facts, minutes);
  if (canonicalJson(snapshot) === before.snapshot) return refuse("no-change");
  const id = insertCredit(tx, ctx, { claimId: row.claim.id }, snapshot, { previous: before, reason });
  for (const request of listCorrectionRequests(tx, row.claim.id).filter((each) => each.state === "open")) {
    decideRequest(tx, ctx, request, { state: "accepted", answer: reason, resultCreditId: id });
  }
  const after = getNewestCredit(tx, row.claim.id);
  recordAudit(tx, ctx, {
    action: "credit.corrected",
    subjectId: row.claim.id,
    personId: row.claim.personId,
    detail: { from: before.minutes, to: minutes, version: after.version, reason },
  });
  sendCorrected(tx, ctx, facts, { before, after }, reason);
  return ok({ before, after });
}

/** The registrar declines an open request, with an answer that the person reads on their page. */
export function declineCorrection(
  ctx: ScopedContext,
  input: { claimId: string; requestId: string; answer: string },
): Outcome<null, ClaimRefusal> {
  return inTransaction(ctx.db, (tx) => {
    if (!findScopedClaim(tx, ctx, input.claimId)) return refuse("unknown-claim");
    const request = listCorrectionRequests(tx, input.claimId).find(
      (each) => each.id === input.requestId && each.state === "open",
    );
    if (!request) return refuse("unknown-request");
    decideRequest(tx, ctx, request, { state: "declined", answer: input.answer });
    if (request.origin === "educator") sendDeclined(tx, ctx, request.claimId, input.answer);
    return ok(null);
  });
}

function sendDeclined(tx: Transaction, ctx: ScopedContext, claimId: string, answer: string): void {
  const credit = getNewestCredit(tx, claimId);
  const { personName, ...to } = addressee(tx, credit.personId);
  enqueueMessage(tx, ctx, {
    kind: "correction-declined",
    subjectId: credit.id,
    occasion: String(ctx.now),
    ...to,
    replyTo: replyToFor(tx, credit.offeringId),
    payload: {
      personName,
      ...nameOffering(tx, credit.offeringId),
      hours: formatHours(credit.minutes),
      registrarName: ctx.actor.name,
      answer,
      actionUrl: `${origin}/claims/${claimId}`,
    },
  });
}

function sendCorrected(
  tx: Transaction,
  ctx: ScopedContext,
  { offering, courseTitle, provider }: PublishedFacts,
  { before, after }: Correction,
  reason: string,
): void {
  const { personName, ...to } = addressee(tx, after.personId);
  enqueueMessage(tx, ctx, {
    kind: "credit-corrected",
    subjectId: after.id,
    ...to,
    replyTo: replyToOf({ offering, provider }),
    payload: {
      personName,
      providerName: provider.name,
      offeringTitle: courseTitle,
      inServiceNumber: offering.inServiceNumber,
      hoursBefore: formatHours(before.minutes),
      hoursAfter: formatHours(after.minutes),
      reason,
      approverName: ctx.actor.name,
      correctedOn: formatPlainDate(dateOf(ctx.now, offering.timeZone)),
      transcriptUrl,
    },
  });
}
