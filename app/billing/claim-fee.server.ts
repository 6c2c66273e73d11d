import { and, asc, eq, gte, inArray, isNull, lte, or } from "drizzle-orm";
import { payments } from "#drizzle/schema/billing";
import { offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { affiliations, organisations } from "#drizzle/schema/people";
import { policyOf } from "~/catalog/provider-policy.server";
import { advanceClaim, claimHours } from "~/credits/claim.server";
import { changeClaim, type Claim } from "~/credits/claim-row.server";
import type { ClaimRefusal } from "~/credits/refusal";
import { recordAudit } from "~/platform/audit.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf, daysBetween } from "~/platform/time-zone";
import { feeCents } from "./fee";
import type { PaymentKind } from "./payment-kind";

type Offering = typeof offerings.$inferSelect;

/** The actor claims hours (T3–T5); a fee of nothing is settled at once. */
export function claimAndBill(
  ctx: ActorContext,
  input: { claimId: string; requestedMinutes: number },
): Outcome<Claim, ClaimRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const claimed = claimHours(tx, ctx, input);
    if (!claimed.ok || claimed.value.settled) return claimed;
    const claim = claimed.value;
    const offering = tx.select().from(offerings).where(eq(offerings.id, claim.offeringId)).get()!;
    const fee = feeOf(tx, ctx, offering, claim.personId, claim.requestedMinutes!);
    if (fee.cents > 0) return claimed;
    return ok(
      settle(tx, ctx, claim, {
        kind: "waiver",
        amountCents: 0,
        reference: fee.waivedFor ?? "no fee",
        receivedOn: dateOf(ctx.now, offering.timeZone),
        recordedBy: null,
      }),
    );
  });
}

/** The registrar records what settles a claim's fee: exactly what is due, or a waiver with its reason. */
export function recordPayment(
  ctx: ActorContext & { scopeIds: string[] },
  input: { claimId: string; kind: PaymentKind; amountCents: number; reference: string; receivedOn: string },
): Outcome<Claim, ClaimRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const row = tx
      .select({ claim: claims, offering: offerings })
      .from(claims)
      .innerJoin(offerings, eq(offerings.id, claims.offeringId))
      .where(and(eq(claims.id, input.claimId), inArray(offerings.providerId, ctx.scopeIds)))
      .get();
    if (!row) return refuse("unknown-claim");
    const { claim, offering } = row;
    if (claim.settled) return refuse("already-settled");
    if (claim.requestedMinutes === null || claim.status === "void") return refuse("not-claimable");
    const { cents } = feeOf(tx, ctx, offering, claim.personId, claim.requestedMinutes);
    if (input.kind !== "waiver" && input.amountCents !== cents) return refuse("wrong-amount", { due: cents });
    const { claimId: _claimId, ...payment } = input;
    return ok(settle(tx, ctx, claim, { ...payment, recordedBy: ctx.actor.personId }));
  });
}

/** What a claim of so many minutes costs a person today, in cents, and for which cooperative member it is waived (T8). */
export function feeOf(
  db: Reader,
  ctx: Context,
  offering: Offering,
  personId: string,
  minutes: number,
): { cents: number; waivedFor: string | null } {
  const policy = policyOf(db, offering);
  const member = findCooperativeMember(db, personId, dateOf(offering.endsAt!, offering.timeZone));
  return {
    cents: feeCents(policy, {
      minutes,
      cooperativeMember: member !== null,
      daysSinceCompletion: daysBetween(offering.endsAt!, ctx.now),
    }),
    waivedFor: policy.cooperativeWaives ? member : null,
  };
}

/** What was paid or waived for a claim, oldest first. */
export function listPayments(db: Reader, claimId: string) {
  return db.select().from(payments).where(eq(payments.claimId, claimId)).orderBy(asc(payments.id)).all();
}

function settle(
  tx: Transaction,
  ctx: Context,
  claim: Claim,
  payment: { kind: PaymentKind; amountCents: number; reference: string; receivedOn: string; recordedBy: string | null },
): Claim {
  const id = newId();
  tx.insert(payments)
    .values({ id, claimId: claim.id, ...payment, recordedAt: ctx.now })
    .run();
  recordAudit(tx, ctx, {
    action: "payment.recorded",
    subjectId: claim.id,
    personId: claim.personId,
    detail: { id, kind: payment.kind },
  });
  return advanceClaim(tx, ctx, changeClaim(tx, ctx, claim, claim.status, { settled: true }));
}

/** The cooperative's member that a person worked for on a date, by name; null when there is none. */
function findCooperativeMember(db: Reader, personId: string, date: string): string | null {
  const row = db
    .select({ name: organisations.name })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(
      and(
        eq(affiliations.personId, personId),
        eq(organisations.cooperativeMember, true),
        lte(affiliations.fromDate, date),
        or(isNull(affiliations.toDate), gte(affiliations.toDate, date)),
      ),
    )
    .get();
  return row?.name ?? null;
}
