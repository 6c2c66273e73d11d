import { and, asc, eq, exists, inArray, type SQL, sql } from "drizzle-orm";
import { billableClaims } from "#drizzle/schema/billing";
import { courses, offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { affiliations, cooperativeMemberships, organisations, persons } from "#drizzle/schema/people";
import type { Offering } from "~/catalog/offerings/offering.server";
import { published, type Published } from "~/catalog/offerings/published";
import { asClaimed, type Claimed } from "~/credits/claims/claim-row.server";
import { isConfirmed } from "~/people/affiliations/affiliation.server";
import { legalNameOf, type PersonName, staffNameOf } from "~/people/persons/name";
import { NAMED } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { isAmong } from "~/platform/database/among.server";
import type { Reader } from "~/platform/database/database.server";
import { zoneDate } from "~/platform/database/zone-date.server";
import { dateOf } from "~/platform/time/time-zone";
import { type ClaimFee, withFees } from "~/billing/fees/claim-fee.server";
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

/**
 * Claims of the actor's providers that owe a fee and are on no invoice (T8): not settled yet, or settled by a purchase
 * order. By name, then by age.
 * @param claimIds which to look at; absent: all
 */
export function listBillable(db: Reader, ctx: ScopedContext, claimIds?: readonly string[]): Billable[] {
  const rows = db
    .select({ claim: claims, person: NAMED, title: courses.title, kept: billableClaims })
    .from(billableClaims)
    .innerJoin(claims, eq(claims.id, billableClaims.claimId))
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(persons, eq(persons.id, claims.personId))
    .where(and(isBillable(db, ctx), claimIds && isAmong(billableClaims.claimId, claimIds)))
    .orderBy(asc(billableClaims.sortName), asc(persons.id), asc(claims.id))
    .all();
  // Read once each: many claims are of the same few offerings, whose rows are wide.
  const offeringIds = [...new Set(rows.map(({ claim }) => claim.offeringId))];
  const theirs = db.select().from(offerings).where(isAmong(offerings.id, offeringIds)).all();
  const byId = new Map(theirs.map((offering) => [offering.id, published(offering)]));
  const free = rows.map((row) => ({ ...row, claim: asClaimed(row.claim), offering: byId.get(row.claim.offeringId)! }));
  return withFees(db, free, ({ timeZone }) => dateOf(ctx.now, timeZone)).map(toBillable);
}

/** Condition on `billable_claims`: of the actor's providers, and no member of the cooperative for whom the fee is waived. */
export const isBillable = (db: Reader, ctx: ScopedContext): SQL | undefined =>
  and(
    inArray(billableClaims.providerId, ctx.scopeIds),
    sql`not (${billableClaims.waivable} and ${exists(membershipOnItsDay(db))})`,
  );

/** Joined in this order, which SQLite keeps: who works for a member comes first, and the day of completion matters for few. */
const membershipOnItsDay = (db: Reader) =>
  db
    .select({ one: sql`1` })
    .from(affiliations)
    .crossJoin(cooperativeMemberships)
    .crossJoin(claims)
    .crossJoin(offerings)
    .where(
      and(
        eq(affiliations.personId, billableClaims.personId),
        isConfirmed,
        eq(cooperativeMemberships.organisationId, affiliations.organisationId),
        eq(claims.id, billableClaims.claimId),
        eq(offerings.id, claims.offeringId),
        holds(affiliations, completedOn),
        holds(cooperativeMemberships, completedOn),
      ),
    );

const completedOn = zoneDate(offerings.endsAt, offerings.timeZone);

const holds = ({ fromDate, toDate }: typeof affiliations | typeof cooperativeMemberships, day: SQL) =>
  sql`(${fromDate} <= ${day} and coalesce(${toDate} >= ${day}, true))`;

/** Condition on claims of joined offerings: their people worked for the organization on the day of completion, as it has confirmed. */
export const isEmployedBy = (db: Reader, organisationId: string): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(affiliations)
      .where(
        and(
          eq(affiliations.personId, billableClaims.personId),
          eq(affiliations.organisationId, organisationId),
          isConfirmed,
          holds(affiliations, completedOn),
        ),
      ),
  );

function toBillable(row: {
  claim: Claimed;
  offering: Published<Offering>;
  person: PersonName;
  title: string;
  kept: typeof billableClaims.$inferSelect;
  fee: ClaimFee;
}): Billable {
  const { claim, offering, person, title, fee } = row;
  const { promised } = row.kept;
  return {
    claim,
    offering,
    title,
    name: legalNameOf(person),
    sortName: staffNameOf(person),
    completedOn: dateOf(offering.endsAt, offering.timeZone),
    cents: promised ? row.kept.cents : fee.cents,
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

/** The organizations for which people whose claims are billable worked, as these have confirmed, as options by name. */
export function listEmployers(db: Reader, ctx: ScopedContext): { value: string; label: string }[] {
  const theirs = db
    .select({ one: sql`1` })
    .from(affiliations)
    .innerJoin(billableClaims, eq(billableClaims.personId, affiliations.personId))
    .where(and(eq(affiliations.organisationId, organisations.id), isConfirmed, isBillable(db, ctx)));
  return db
    .select({ value: organisations.id, label: organisations.name })
    .from(organisations)
    .where(exists(theirs))
    .orderBy(byLetters(organisations.name))
    .all();
}
