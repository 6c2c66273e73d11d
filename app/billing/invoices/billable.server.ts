import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { invoiceLines, payments, promisedClaims } from "#drizzle/schema/billing";
import { courses, offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { affiliations, organisations, persons } from "#drizzle/schema/people";
import type { Offering } from "~/catalog/offerings/offering.server";
import { published, type Published } from "~/catalog/offerings/published";
import { asClaimed, type Claimed } from "~/credits/claims/claim-row.server";
import { isConfirmed } from "~/people/affiliations/affiliation.server";
import { legalNameOf, type PersonName, staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { isAmong } from "~/platform/database/among.server";
import type { Reader } from "~/platform/database/database.server";
import { dateOf } from "~/platform/time/time-zone";
import { paymentCounts } from "~/billing/fees/payment-row.server";
import { type ClaimFee, withFees } from "~/billing/fees/claim-fee.server";
import { BY_NAME } from "~/people/persons/person-names.server";
import { byLetters } from "~/platform/database/letter-order.server";

/** A claim whose fee can be put on an invoice now. */
export interface Billable {
  claim: Claimed;
  offering: Published<Offering>;
  title: string;
  name: string;
  sortName: string;
  completedOn: string;
  cents: number;
  lateCents: number;
  /** The fee is settled by a purchase order that no invoice has charged yet. */
  promised: boolean;
}

/** Which claims to look at: all of the actor's providers, chosen ones, or those of one person. */
export interface BillableFilter {
  claimIds?: readonly string[];
  personIds?: readonly string[];
}

/**
 * Claims of the actor's providers that owe a fee and are on no invoice (T8): not settled yet, or settled by a purchase
 * order. By name, then by age.
 */
export function listBillable(db: Reader, ctx: ScopedContext, filter: BillableFilter = {}): Billable[] {
  const rows = db
    .select({ claim: claims, person: named, title: courses.title, promised: promisedCents })
    .from(claims)
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(persons, eq(persons.id, claims.personId))
    .where(
      and(
        inArray(offerings.providerId, ctx.scopeIds),
        isOwing,
        sql`${invoicedCents} <= 0`,
        filter.claimIds ? isAmong(claims.id, filter.claimIds) : undefined,
        filter.personIds ? isAmong(claims.personId, filter.personIds) : undefined,
      ),
    )
    .orderBy(...BY_NAME, asc(claims.id))
    .all();
  // Read once each: many claims are of the same few offerings, whose rows are wide.
  const offeringIds = [...new Set(rows.map(({ claim }) => claim.offeringId))];
  const theirs = db.select().from(offerings).where(isAmong(offerings.id, offeringIds)).all();
  const byId = new Map(theirs.map((offering) => [offering.id, published(offering)]));
  const free = rows.map((row) => ({ ...row, claim: asClaimed(row.claim), offering: byId.get(row.claim.offeringId)! }));
  return withFees(db, free, ({ timeZone }) => dateOf(ctx.now, timeZone))
    .map(toBillable)
    .filter(({ cents }) => cents > 0);
}

const named = {
  legalFirst: persons.legalFirst,
  legalLast: persons.legalLast,
  preferredName: persons.preferredName,
};

/** Few among all claims: half of them is found by an index, and half is kept apart. */
const isOwing = sql`${claims.id} in (
  select id from ${claims} where settled = 0 and status not in ('open', 'returned', 'void')
  union all select claim_id from ${promisedClaims}
)`;

/** What invoices charge for a claim. */
const invoicedCents = sql<number>`(select coalesce(sum(case ${invoiceLines.kind} when 'credit' then -${invoiceLines.amountCents}
  else ${invoiceLines.amountCents} end), 0) from ${invoiceLines} where ${invoiceLines.claimId} = ${claims.id})`;

const promisedCents = sql<number>`(select coalesce(sum(${payments.amountCents}), 0) from ${payments}
  where ${payments.claimId} = ${claims.id} and ${payments.kind} = 'purchase-order' and ${payments.invoiceId} is null
  and ${paymentCounts})`;

function toBillable(row: {
  claim: Claimed;
  offering: Published<Offering>;
  person: PersonName;
  title: string;
  promised: number;
  fee: ClaimFee;
}): Billable {
  const { claim, offering, person, title, fee } = row;
  const completedOn = dateOf(offering.endsAt, offering.timeZone);
  const promised = claim.settled;
  return {
    claim,
    offering,
    title,
    name: legalNameOf(person),
    sortName: staffNameOf(person),
    completedOn,
    cents: promised ? row.promised : fee.cents,
    lateCents: promised ? 0 : fee.lateCents,
    promised,
  };
}

/** Those of the claims whose people worked for the organization on the day of completion, as it has confirmed. */
export function employedBy<Row extends Pick<Billable, "claim" | "completedOn">>(
  db: Reader,
  organisationId: string,
  rows: readonly Row[],
): Row[] {
  const spans = db
    .select({ personId: affiliations.personId, from: affiliations.fromDate, to: affiliations.toDate })
    .from(affiliations)
    .where(
      and(
        isConfirmed,
        eq(affiliations.organisationId, organisationId),
        isAmong(affiliations.personId, [...new Set(rows.map(({ claim }) => claim.personId))]),
      ),
    )
    .all();
  return rows.filter(({ claim, completedOn }) =>
    spans.some(
      ({ personId, from, to }) =>
        personId === claim.personId && from <= completedOn && (to === null || to >= completedOn),
    ),
  );
}

/** Claims by whose they are, in the order in which each person comes first. */
export function groupByPerson(db: Reader, claimIds: readonly string[]): string[][] {
  const rows = db
    .select({ id: claims.id, personId: claims.personId })
    .from(claims)
    .where(isAmong(claims.id, claimIds))
    .orderBy(asc(claims.id))
    .all();
  return [...Map.groupBy(rows, ({ personId }) => personId).values()].map((theirs) => theirs.map(({ id }) => id));
}

/** The organizations for which people with such claims worked, as these have confirmed, as options by name. */
export function listEmployers(
  db: Reader,
  rows: readonly Pick<Billable, "claim">[],
): { value: string; label: string }[] {
  const personIds = [...new Set(rows.map(({ claim }) => claim.personId))];
  return db
    .selectDistinct({ value: organisations.id, label: organisations.name })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(and(isConfirmed, isAmong(affiliations.personId, personIds)))
    .orderBy(byLetters(organisations.name))
    .all();
}
