import { and, eq, exists, inArray, isNotNull, ne, not, notInArray, or, sql } from "drizzle-orm";
import { payments } from "#drizzle/schema/billing";
import { offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { affiliations } from "#drizzle/schema/people";
import type { Offering } from "~/catalog/offerings/offering.server";
import { published } from "~/catalog/offerings/published";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import { asClaimed, changeClaim, type Claimed } from "~/credits/claims/claim-row.server";
import { claimStage } from "~/credits/claims/gates";
import type { Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { dateOf } from "~/platform/time/time-zone";
import { paymentCounts } from "./payment-row.server";
import { feeCents } from "./fee";
import { creditDown } from "./claim-charge.server";
import { settleByRule, withFees } from "./claim-fee.server";

/**
 * People turned out to have worked for a member of the cooperative (T8): what they claimed and nobody has paid is waived
 * now, as it would have been at once. What an invoice charged for it is taken off by a credit note. What is paid stays paid.
 */
export function waiveForMembers(
  tx: Transaction,
  ctx: Context,
  personIds: readonly string[],
  why = (name: string) => `${name} confirmed that the person works there`,
): void {
  for (const { claim, offering, fee } of listFees(tx, ctx, personIds, isUnpaid)) {
    if (fee.waivedFor === null) continue;
    const reason = why(fee.waivedFor);
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
export function chargeFormerMembers(
  tx: Transaction,
  ctx: Context,
  personIds: readonly string[],
  reason = "The fee was waived for a workplace that is not confirmed any more",
): void {
  for (const { claim, offering, fee } of listFees(tx, ctx, personIds, isWaivedByRule(tx))) {
    if (fee.cents === 0) continue;
    const stage = claimStage({ evaluated: claim.evaluated, settled: false }, published(offering).policy);
    changeClaim(tx, ctx, claim, stage, { settled: false, reason });
  }
}

/** Claims whose fee nobody has paid or waived. */
const isUnpaid = and(eq(claims.settled, false), notInArray(claims.status, ["open", "returned", "void"]));

/** Claims that are not posted yet and were settled by the rule alone. */
const isWaivedByRule = (tx: Reader) =>
  and(
    eq(claims.settled, true),
    inArray(claims.status, ["claimed", "evaluated", "settled"]),
    exists(paymentsOf(tx)),
    not(exists(paymentsOf(tx, or(isNotNull(payments.recordedBy), ne(payments.kind, "waiver"))))),
  );

const paymentsOf = (tx: Reader, which?: ReturnType<typeof and>) =>
  tx
    .select({ one: sql`1` })
    .from(payments)
    .where(and(eq(payments.claimId, claims.id), paymentCounts, which));

/** What a change of the membership of organizations means for claims that are not posted: how many, and their fees, in cents. */
export interface MembershipEffect {
  claims: number;
  cents: number;
}

/**
 * Claims whose fee would fall away, or be owed again, if organizations joined the cooperative from a day on, or ended
 * their membership with it (T8). People count whose affiliation is confirmed and holds the day of completion.
 */
export function previewMembership(
  db: Reader,
  ctx: Context,
  { organisationIds, change, day }: { organisationIds: readonly string[]; change: "join" | "end"; day: string },
): MembershipEffect {
  const people = listEmployed(db, organisationIds);
  const which = change === "join" ? isUnpaid : isWaivedByRule(db);
  const touched = listFees(db, ctx, [...people.keys()], which).filter(({ claim, offering }) => {
    const { policy, endsAt, timeZone } = published(offering);
    const completedOn = dateOf(endsAt, timeZone);
    const works = affiliationOn(people.get(claim.personId) ?? [], completedOn) !== undefined;
    return works && policy.cooperativeWaives && (change === "join" ? completedOn >= day : completedOn > day);
  });
  const due = touched.map(({ claim, offering, fee }) => (change === "join" ? fee.cents : fullFee(claim, offering)));
  return { claims: due.filter((cents) => cents > 0).length, cents: due.reduce((sum, cents) => sum + cents, 0) };
}

/** The people whose affiliation with one of some organizations is confirmed. */
export function listEmployed(db: Reader, organisationIds: readonly string[]) {
  const rows = db
    .select()
    .from(affiliations)
    .where(and(inArray(affiliations.organisationId, [...organisationIds]), isNotNull(affiliations.confirmedAt)))
    .all();
  return Map.groupBy(rows, ({ personId }) => personId);
}

function fullFee({ requestedMinutes: minutes }: Claimed, offering: Offering): number {
  return feeCents(published(offering).policy, { minutes, cooperativeMember: false, daysSinceCompletion: 0 });
}

function listFees(tx: Reader, ctx: Context, personIds: readonly string[], which: ReturnType<typeof and>) {
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
