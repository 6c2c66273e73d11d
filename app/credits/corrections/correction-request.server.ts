import { and, asc, eq } from "drizzle-orm";
import { claims, correctionRequests } from "#drizzle/schema/credits";
import { getOffering } from "~/catalog/offerings/offering.server";
import { published } from "~/catalog/offerings/published";
import { fitsIncrement, stepsAround } from "~/credits/counting/increment";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import type { CorrectionOrigin } from "./correction-state";
import { type ClaimCredit, findNewestCredit } from "~/credits/ledger/credit-row.server";
import type { ClaimRefusal } from "~/credits/claims/refusal";

export type CorrectionRequest = typeof correctionRequests.$inferSelect;

/** The actor says that a posted credit of theirs is wrong, and what should stand (T7). One request at a time. */
export function requestCorrection(
  ctx: ActorContext,
  input: { claimId: string; minutes: number | null; reason: string },
): Outcome<null, ClaimRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const mine = and(eq(claims.id, input.claimId), eq(claims.personId, ctx.actor.personId));
    const claim = tx.select().from(claims).where(mine).get();
    const credit = claim && findNewestCredit(tx, claim.id);
    if (!credit) return refuse("unknown-claim");
    if (findOpenRequest(tx, input.claimId, "educator")) return refuse("already-requested");
    const { policy } = published(getOffering(tx, claim.offeringId));
    if (input.minutes !== null && !fitsIncrement(input.minutes, policy, claim.earnedMinutes))
      return refuse("between-steps", stepsAround(input.minutes, policy));
    insertCorrectionRequest(tx, ctx, credit, { ...input, origin: "educator" });
    return ok(null);
  });
}

/** The actor takes their request back while nobody has decided on it. */
export function withdrawCorrection(ctx: ActorContext, claimId: string): Outcome<null, ClaimRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const request = findOpenRequest(tx, claimId, "educator");
    if (!request || request.createdBy !== ctx.actor.personId) return refuse("unknown-request");
    decideRequest(tx, ctx, request, { state: "withdrawn" });
    return ok(null);
  });
}

/** Opens a request about a version of a credit; one that is open for the same origin already stays. */
export function insertCorrectionRequest(
  tx: Transaction,
  ctx: ActorContext,
  credit: ClaimCredit,
  input: { origin: CorrectionOrigin; minutes: number | null; reason: string },
): void {
  if (findOpenRequest(tx, credit.claimId, input.origin)) return;
  const { origin, minutes, reason } = input;
  const id = newId();
  tx.insert(correctionRequests)
    .values({
      id,
      claimId: credit.claimId,
      creditId: credit.id,
      origin,
      state: "open",
      minutes,
      reason,
      createdAt: ctx.now,
      createdBy: ctx.actor.personId,
    })
    .run();
  recordAudit(tx, ctx, {
    action: "correction.requested",
    subjectId: credit.claimId,
    personId: credit.personId,
    detail: { id },
  });
}

/** Ends an open request. The caller has checked the right to it. */
export function decideRequest(
  tx: Transaction,
  ctx: ActorContext,
  request: CorrectionRequest,
  decision: { state: "accepted" | "declined" | "withdrawn"; answer?: string; resultCreditId?: string },
): void {
  tx.update(correctionRequests)
    .set({ ...decision, decidedAt: ctx.now, decidedBy: ctx.actor.personId })
    .where(and(eq(correctionRequests.id, request.id), eq(correctionRequests.state, "open")))
    .run();
  recordAudit(tx, ctx, {
    action: `correction.${decision.state}`,
    subjectId: request.claimId,
    detail: { id: request.id },
  });
}

/** Requests about a claim's credit, oldest first. */
export function listCorrectionRequests(db: Reader, claimId: string): CorrectionRequest[] {
  return db
    .select()
    .from(correctionRequests)
    .where(eq(correctionRequests.claimId, claimId))
    .orderBy(asc(correctionRequests.id))
    .all();
}

function findOpenRequest(db: Reader, claimId: string, origin: CorrectionOrigin): CorrectionRequest | undefined {
  return listCorrectionRequests(db, claimId).find((request) => request.state === "open" && request.origin === origin);
}
