import { and, asc, eq, inArray } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { getPublishedFacts, type PublishedFacts } from "~/catalog/offerings/offering-facts.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import { published, type Published } from "~/catalog/offerings/published";
import { DESIGNATIONS, type Designation } from "~/catalog/courses/designation";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { formatHours, formatPlainDate } from "~/platform/format";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { addressee, replyToOf } from "~/registration/messages/offering-message.server";
import type { Mailbox } from "~/platform/mail/mailbox";
import { isUnderWay } from "~/credits/claims/claim-status";
import { asClaimed, changeClaim, type Claim, type Claimed } from "~/credits/claims/claim-row.server";
import { findScopedClaim } from "~/credits/claims/claim.server";
import { insertCredit, takeSnapshot } from "./credit-row.server";
import type { CreditSnapshot } from "./credit-snapshot";
import { missingGates } from "~/credits/claims/gates";
import type { ClaimRefusal } from "~/credits/claims/refusal";
import { sendReturned } from "~/credits/claims/returned-message.server";
import { transcriptUrl } from "./ledger.server";

/**
 * The registrar verifies claims and posts their credits (T3, T7). Claims that are posted already count as done, so a
 * repetition posts nothing twice (T9). Nothing is posted when one of them cannot be.
 *
 * @returns the ids of the credits that were posted now
 */
export function postClaims(
  ctx: ActorContext & { scopeIds: string[] },
  claimIds: readonly string[],
): Outcome<string[], ClaimRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const rows = tx
      .select({ claim: claims, offering: offerings })
      .from(claims)
      .innerJoin(offerings, eq(offerings.id, claims.offeringId))
      .where(and(inArray(claims.id, [...claimIds]), inArray(offerings.providerId, ctx.scopeIds)))
      .orderBy(asc(claims.id))
      .all();
    if (rows.length !== new Set(claimIds).size) return refuse("unknown-claim");
    const due = rows.filter(({ claim }) => claim.status !== "posted");
    for (const { claim, offering } of due) {
      const reason = whyNotPostable(claim, published(offering));
      if (reason) return refuse(reason);
    }
    const offeringIds = [...new Set(due.map(({ offering }) => offering.id))];
    const facts = new Map(offeringIds.map((id) => [id, getPublishedFacts(tx, id)]));
    return ok(due.map(({ claim, offering }) => postCredit(tx, ctx, asClaimed(claim), facts.get(offering.id)!)));
  });
}

/** The registrar returns a claim with a reason; the person is told and can claim anew. */
export function returnClaim(
  ctx: ActorContext & { scopeIds: string[] },
  input: { claimId: string; reason: string },
): Outcome<Claim, ClaimRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const row = findScopedClaim(tx, ctx, input.claimId);
    if (!row) return refuse("unknown-claim");
    if (!isUnderWay(row.claim.status)) return refuse("not-verifiable");
    const returned = changeClaim(tx, ctx, row.claim, "returned", { reason: input.reason });
    sendReturned(tx, ctx, returned, input.reason);
    return ok(returned);
  });
}

function whyNotPostable(claim: Claim, { policy }: Published<Offering>): ClaimRefusal | null {
  if (!isUnderWay(claim.status)) return "not-verifiable";
  if (missingGates(claim, policy).length > 0) return "gates-open";
  return asClaimed(claim).requestedMinutes > claim.earnedMinutes ? "more-than-earned" : null;
}

function postCredit(tx: Transaction, ctx: ActorContext, claim: Claimed, facts: PublishedFacts): string {
  const verified = claim.status === "verified" ? claim : changeClaim(tx, ctx, claim, "verified");
  changeClaim(tx, ctx, verified, "posted");
  const snapshot = takeSnapshot(tx, claim, facts, claim.requestedMinutes);
  const id = insertCredit(tx, ctx, { claimId: claim.id }, snapshot, { previous: null });
  sendPosted(tx, ctx, id, snapshot, replyToOf(facts));
  return id;
}

/** Tells a person of a posted credit; its certificate goes along. */
export function sendPosted(
  tx: Transaction,
  ctx: ActorContext,
  creditId: string,
  snapshot: CreditSnapshot,
  replyTo: Mailbox | null,
): void {
  const { personName, ...to } = addressee(tx, snapshot.educator.personId);
  enqueueMessage(tx, ctx, {
    kind: "credit-posted",
    subjectId: creditId,
    ...to,
    replyTo,
    payload: {
      personName,
      providerName: snapshot.provider.name,
      offeringTitle: snapshot.course.title,
      inServiceNumber: snapshot.offering.inServiceNumber,
      hours: formatHours(snapshot.minutes),
      completedOn: formatPlainDate(snapshot.offering.completedOn),
      designations: snapshot.designations.map(
        ({ code, minutes }) => `${DESIGNATIONS[code as Designation]}: ${formatHours(minutes)}`,
      ),
      transcriptUrl,
    },
  });
}
