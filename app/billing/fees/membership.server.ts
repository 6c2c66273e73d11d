import { and, eq, exists, inArray, isNotNull, ne, not, notInArray, or, sql } from "drizzle-orm";
import { payments } from "#drizzle/schema/billing";
import { offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { published } from "~/catalog/offerings/published";
import { asClaimed, changeClaim } from "~/credits/claims/claim-row.server";
import { claimStage } from "~/credits/claims/gates";
import type { Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { dateOf } from "~/platform/time/time-zone";
import { paymentCounts } from "./payment-row.server";
import { creditDown } from "./claim-charge.server";
import { settleByRule, withFees } from "./claim-fee.server";

/**
 * People turned out to have worked for a member of the cooperative (T8): what they claimed and nobody has paid is waived
 * now, as it would have been at once. What an invoice charged for it is taken off by a credit note. What is paid stays paid.
 */
export function waiveForMembers(tx: Transaction, ctx: Context, personIds: readonly string[]): void {
  const unpaid = and(eq(claims.settled, false), notInArray(claims.status, ["open", "returned", "void"]));
  for (const { claim, offering, fee } of listFees(tx, ctx, personIds, unpaid)) {
    if (fee.waivedFor === null) continue;
    const reason = `${fee.waivedFor} confirmed that the person works there`;
    creditDown(tx, ctx, {
      claim,
      providerId: offering.providerId,
      dueCents: 0,
      minutes: claim.requestedMinutes,
      reason,
    });
    settleByRule(tx, ctx, claim, offering, fee.waivedFor);
  }
}

/**
 * A confirmation was taken back: claims that were waived by the rule, owe a fee without it, and are not posted yet, wait
 * for their fee again.
 */
export function chargeFormerMembers(tx: Transaction, ctx: Context, personIds: readonly string[]): void {
  const waived = and(
    eq(claims.settled, true),
    inArray(claims.status, ["claimed", "evaluated", "settled"]),
    exists(paymentsOf(tx)),
    not(exists(paymentsOf(tx, or(isNotNull(payments.recordedBy), ne(payments.kind, "waiver"))))),
  );
  for (const { claim, offering, fee } of listFees(tx, ctx, personIds, waived)) {
    if (fee.cents === 0) continue;
    const stage = claimStage({ evaluated: claim.evaluated, settled: false }, published(offering).policy);
    const reason = "The fee was waived for a workplace that is not confirmed any more";
    changeClaim(tx, ctx, claim, stage, { settled: false, reason });
  }
}

const paymentsOf = (tx: Reader, which?: ReturnType<typeof and>) =>
  tx
    .select({ one: sql`1` })
    .from(payments)
    .where(and(eq(payments.claimId, claims.id), paymentCounts, which));

function listFees(tx: Transaction, ctx: Context, personIds: readonly string[], which: ReturnType<typeof and>) {
  const rows = tx
    .select({ claim: claims, offering: offerings })
    .from(claims)
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .where(and(inArray(claims.personId, [...new Set(personIds)]), which))
    .orderBy(claims.id)
    .all()
    .map(({ claim, offering }) => ({ claim: asClaimed(claim), offering }));
  return withFees(tx, rows, ({ timeZone }) => dateOf(ctx.now, timeZone));
}
