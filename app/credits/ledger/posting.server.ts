import { and, asc, eq, inArray } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { policyOf } from "~/catalog/providers/provider-policy.server";
import { DESIGNATIONS, type Designation } from "~/catalog/courses/designation";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { formatHours, formatPlainDate } from "~/platform/format";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { addressee } from "~/registration/messages/offering-message.server";
import { transcriptUrl } from "./transcript-address.server";
import { isUnderWay } from "~/credits/claims/claim-status";
import { changeClaim, type Claim } from "~/credits/claims/claim-row.server";
import { insertCredit, takeSnapshot } from "./credit-row.server";
import type { CreditSnapshot } from "./credit-snapshot";
import { missingGates } from "~/credits/claims/gates";
import type { ClaimRefusal } from "~/credits/claims/refusal";
import { sendReturned } from "~/credits/claims/returned-message.server";

type Offering = typeof offerings.$inferSelect;

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
      const reason = whyNotPostable(tx, claim, offering);
      if (reason) return refuse(reason);
    }
    return ok(due.map(({ claim, offering }) => postCredit(tx, ctx, claim, offering)));
  });
}

/** The registrar returns a claim with a reason; the person is told and can claim anew. */
export function returnClaim(
  ctx: ActorContext & { scopeIds: string[] },
  input: { claimId: string; reason: string },
): Outcome<Claim, ClaimRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const row = tx
      .select({ claim: claims })
      .from(claims)
      .innerJoin(offerings, eq(offerings.id, claims.offeringId))
      .where(and(eq(claims.id, input.claimId), inArray(offerings.providerId, ctx.scopeIds)))
      .get();
    if (!row) return refuse("unknown-claim");
    if (!isUnderWay(row.claim.status)) return refuse("not-verifiable");
    const returned = changeClaim(tx, ctx, row.claim, "returned", { reason: input.reason });
    sendReturned(tx, ctx, returned, input.reason);
    return ok(returned);
  });
}

function whyNotPostable(tx: Transaction, claim: Claim, offering: Offering): ClaimRefusal | null {
  if (!isUnderWay(claim.status)) return "not-verifiable";
  if (missingGates(claim, policyOf(tx, offering)).length > 0) return "gates-open";
  return claim.requestedMinutes! > claim.earnedMinutes ? "more-than-earned" : null;
}

function postCredit(tx: Transaction, ctx: ActorContext, claim: Claim, offering: Offering): string {
  const verified = claim.status === "verified" ? claim : changeClaim(tx, ctx, claim, "verified");
  changeClaim(tx, ctx, verified, "posted");
  const snapshot = takeSnapshot(tx, claim, offering, claim.requestedMinutes!);
  const id = insertCredit(tx, ctx, claim.id, snapshot, { previous: null });
  sendPosted(tx, ctx, id, snapshot);
  return id;
}

function sendPosted(tx: Transaction, ctx: ActorContext, creditId: string, snapshot: CreditSnapshot): void {
  const { personName, ...to } = addressee(tx, snapshot.educator.personId);
  enqueueMessage(tx, ctx, {
    kind: "credit-posted",
    subjectId: creditId,
    ...to,
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
