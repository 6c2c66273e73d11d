import { and, asc, desc, eq } from "drizzle-orm";
import { claimChanges, claims, earnings } from "#drizzle/schema/credits";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";
import { type ClaimStatus, canClaimFollow } from "./claim-status";

export type Claim = typeof claims.$inferSelect;

/**
 * A claim that a row of ours is about.
 * @throws Error when there is none
 */
export function getClaim(db: Reader, claimId: string): Claim {
  return rowOf(db.select().from(claims).where(eq(claims.id, claimId)), `claim ${claimId}`);
}

/** A claim whose author has said how many hours it is for. */
export type Claimed<C extends Pick<Claim, "requestedMinutes"> = Claim> = C & { requestedMinutes: number };

/**
 * A claim past its opening as what it is.
 * @throws Error when nobody has claimed anything
 */
export function asClaimed<C extends Pick<Claim, "requestedMinutes">>(claim: C): Claimed<C> {
  const { requestedMinutes } = claim;
  if (requestedMinutes === null) throw new Error("A claim without hours has not been made.");
  return { ...claim, requestedMinutes };
}

/**
 * Moves a claim on, with a row of history (T3).
 * @throws Error when the status may not follow, or another has changed the row
 */
export function changeClaim(
  tx: Transaction,
  ctx: Context,
  claim: Claim,
  status: ClaimStatus,
  values: Partial<Claim> & { reason?: string } = {},
): Claim {
  const { reason, ...columns } = values;
  const changed = { ...columns, status, updatedAt: ctx.now };
  if (status !== claim.status && !canClaimFollow(claim.status, status)) {
    throw new Error(`A claim that is ${claim.status} cannot become ${status}.`);
  }
  const result = tx
    .update(claims)
    .set(changed)
    .where(and(eq(claims.id, claim.id), eq(claims.status, claim.status)))
    .run();
  if (result.changes !== 1) throw new Error(`Claim ${claim.id} is not ${claim.status} any more.`);
  if (status !== claim.status) recordClaimChange(tx, ctx, claim, claim.status, status, reason);
  return { ...claim, ...changed };
}

/** Appends a row to a claim's history. */
export function recordClaimChange(
  tx: Transaction,
  ctx: Context,
  claim: Pick<Claim, "id" | "personId">,
  from: ClaimStatus | null,
  to: ClaimStatus,
  reason?: string,
): void {
  const actorId = ctx.actor?.personId ?? null;
  tx.insert(claimChanges)
    .values({
      id: newId(),
      claimId: claim.id,
      fromStatus: from,
      toStatus: to,
      at: ctx.now,
      actorId,
      reason: reason ?? null,
    })
    .run();
  recordAudit(tx, ctx, { action: `claim.${to}`, subjectId: claim.id, personId: claim.personId, detail: { from } });
}

/** The newest receipt of what a person earned in an offering (H6). */
export function findEarning(db: Reader, offeringId: string, personId: string) {
  return (
    db
      .select()
      .from(earnings)
      .where(and(eq(earnings.offeringId, offeringId), eq(earnings.personId, personId)))
      .orderBy(desc(earnings.id))
      .limit(1)
      .get() ?? null
  );
}

/** What happened to a claim, oldest first. */
export function listClaimChanges(db: Reader, claimId: string) {
  return db.select().from(claimChanges).where(eq(claimChanges.claimId, claimId)).orderBy(asc(claimChanges.id)).all();
}
