import { and, eq, inArray } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { claimDeadline } from "~/catalog/offerings/claim-deadline";
import type { Offering } from "~/catalog/offerings/offering.server";
import { type Published, published } from "~/catalog/offerings/published";
import type { ProviderPolicy } from "~/catalog/providers/provider-policy";
import { lookUp, tried } from "~/platform/secrets/attempts.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { fitsIncrement, stepsAround } from "~/credits/counting/increment";
import { dateOf } from "~/platform/time/time-zone";
import { affidavitOn } from "./affidavit.server";
import { asClaimed, changeClaim, type Claim, type Claimed } from "./claim-row.server";
import { insertResponse } from "~/credits/evaluation/evaluation.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { hasGrace, isQuestioned } from "./questioned.server";
import { canBeClaimed, canClaimFollow, isUnderWay } from "./claim-status";
import { claimStage } from "./gates";
import type { ClaimRefusal } from "./refusal";

/**
 * The actor claims hours under affidavit (T3–T5): after the end, at most what was earned. Runs in the transaction of
 * `billing/claim-fee.server.ts`, which settles what needs no payment.
 */
export function claimHours(
  tx: Transaction,
  ctx: ActorContext,
  input: { claimId: string; requestedMinutes: number; affidavitVersion?: string | undefined },
): Outcome<Claimed, ClaimRefusal> {
  const found = findMyClaim(tx, ctx, input.claimId);
  if (!found) return refuse("unknown-claim");
  const { claim, offering } = found;
  if (offering.endsAt === null || ctx.now < offering.endsAt) return refuse("not-over");
  if (!canBeClaimed(claim.status)) return refuse("not-claimable");
  if (isQuestioned(tx, claim.personId, claim.offeringId)) return refuse("questioned");
  if (isLapsed(tx, claim, offering, ctx.now)) return refuse("too-late");
  if (claim.earnedMinutes === 0) return refuse("nothing-earned");
  const { policy } = published(offering);
  if (input.requestedMinutes > claim.earnedMinutes) return refuse("more-than-earned", { earned: claim.earnedMinutes });
  if (!fitsIncrement(input.requestedMinutes, policy, claim.earnedMinutes))
    return refuse("between-steps", stepsAround(input.requestedMinutes, policy));
  const affidavit = affidavitOn(tx, dateOf(ctx.now, offering.timeZone));
  if ((input.affidavitVersion ?? affidavit.version) !== affidavit.version) return refuse("affidavit-changed");
  // Made anew for other hours: the affidavit is signed anew, and the history shows both.
  const open = isUnderWay(claim.status) ? reopenClaim(tx, ctx, claim, "changed by its author") : claim;
  const claimed = changeClaim(tx, ctx, open, "claimed", {
    requestedMinutes: input.requestedMinutes,
    affidavitVersion: affidavit.version,
    affidavitText: affidavit.text,
    claimedAt: ctx.now,
    claimedByAccountId: ctx.actor.accountId,
    networkAddress: ctx.address,
  });
  return ok(asClaimed(advanceClaim(tx, ctx, claimed, policy)));
}

/**
 * The actor takes back a claim that the registrar has not posted yet; it can be made again. Runs in the transaction of
 * `billing/claim-fee.server.ts`, which takes off what was charged for it.
 */
export function takeBackClaim(tx: Transaction, ctx: ActorContext, claimId: string): Outcome<Claim, ClaimRefusal> {
  const found = findMyClaim(tx, ctx, claimId);
  if (!found) return refuse("unknown-claim");
  if (!canClaimFollow(found.claim.status, "open")) return refuse("not-claimable");
  return ok(reopenClaim(tx, ctx, found.claim, "taken back by its author"));
}

function reopenClaim(tx: Transaction, ctx: ActorContext, claim: Claim, reason: string): Claim {
  return changeClaim(tx, ctx, claim, "open", { ...UNSIGNED, reason });
}

/** A claim that nobody has made: without hours and affidavit. */
const UNSIGNED = {
  requestedMinutes: null,
  affidavitVersion: null,
  affidavitText: null,
  claimedAt: null,
  claimedByAccountId: null,
  networkAddress: null,
} as const;

/** Whether the provider's deadline for first claims of an offering has passed (T3). */
export function isClaimTooLate(offering: Published<Offering>, now: number): boolean {
  const deadline = claimDeadline(offering, offering.policy);
  return deadline !== null && now >= deadline;
}

/**
 * Whether a claim was not made in time. What the registrar gave back in time can be claimed anew at any time, and what was
 * questioned in time for some days after the answer.
 */
export function isLapsed(db: Reader, claim: Claim, offering: Offering, now: number): boolean {
  const facts = published(offering);
  const deadline = claimDeadline(facts, facts.policy);
  if (claim.status !== "open" || deadline === null || now < deadline) return false;
  return !hasGrace(db, claim, deadline, now);
}

/** Moves a claim as far as its passed gates allow, by its offering's policy. */
export function advanceClaim(tx: Transaction, ctx: Context, claim: Claim, policy: ProviderPolicy): Claim {
  const target = claimStage(claim, policy);
  let moved = claim;
  if (moved.status === "claimed" && target !== "claimed") moved = changeClaim(tx, ctx, moved, "evaluated");
  if (moved.status === "evaluated" && target === "settled") moved = changeClaim(tx, ctx, moved, "settled");
  return moved;
}

/**
 * The actor evaluates the offering (T6). The answers are stored apart from the claim: the two rows share no key and no
 * time finer than the day.
 */
export function submitEvaluation(
  ctx: ActorContext,
  input: { claimId: string; answers: Record<string, number | string> },
): Outcome<Claim, ClaimRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = findMyClaim(tx, ctx, input.claimId);
    if (!found) return refuse("unknown-claim");
    const { claim } = found;
    const offering = published(found.offering);
    if (claim.evaluated) return refuse("already-evaluated");
    if (claim.status === "void" || claim.status === "posted") return refuse("not-claimable");
    insertResponse(tx, ctx, offering, input.answers);
    const evaluated = changeClaim(tx, ctx, claim, claim.status, { evaluated: true });
    return ok(advanceClaim(tx, ctx, evaluated, offering.policy));
  });
}

/** The actor's own claim with its offering; null for anybody else's. */
export function findMyClaim(db: Reader, ctx: ActorContext, claimId: string) {
  return (
    db
      .select({ claim: claims, offering: offerings })
      .from(claims)
      .innerJoin(offerings, eq(offerings.id, claims.offeringId))
      .where(and(eq(claims.id, claimId), eq(claims.personId, ctx.actor.personId)))
      .get() ?? null
  );
}

/** A claim of the actor's providers with its offering; null for any other. */
export function findScopedClaim(db: Reader, ctx: ScopedContext, claimId: string) {
  return (
    db
      .select({ claim: claims, offering: offerings })
      .from(claims)
      .innerJoin(offerings, eq(offerings.id, claims.offeringId))
      .where(and(eq(claims.id, claimId), inArray(offerings.providerId, ctx.scopeIds)))
      .get() ?? null
  );
}

const MINUTE = 60_000;

/** Ten wrong codes in ten minutes cost nothing, then the next one waits. */
const codeTries = (personId: string) =>
  tried("claim code", personId, {
    free: 10,
    windowMs: 10 * MINUTE,
    waits: { firstMs: MINUTE / 2, longestMs: 10 * MINUTE },
  });

/** The id of the actor's claim that a six-character claim code stands for (T3). */
export function findMyClaimByCode(ctx: ActorContext, code: string): Outcome<string, "unknown" | "too-many-tries"> {
  const { personId } = ctx.actor;
  const mine = and(eq(offerings.claimCode, code.trim().toUpperCase()), eq(claims.personId, personId));
  return lookUp(ctx, [codeTries(personId)], () => {
    const row = ctx.db
      .select({ id: claims.id })
      .from(claims)
      .innerJoin(offerings, eq(offerings.id, claims.offeringId))
      .where(mine)
      .get();
    return row?.id ?? null;
  });
}
