import { and, eq, gte, lt, lte, ne, notExists, or, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { paymentReversals, payments } from "#drizzle/schema/billing";
import { courses, offerings, programAreas } from "#drizzle/schema/catalog";
import { claims, credits } from "#drizzle/schema/credits";
import { affiliations, persons } from "#drizzle/schema/people";
import { registrations } from "#drizzle/schema/registration";
import { DESIGNATIONS, type Designation, HOUR_DESIGNATIONS } from "~/catalog/courses/designation";
import { affiliatedWith, isAffiliatedOn } from "~/hr/hr-scope.server";
import { showsRenewal } from "~/hr/renewals/renewal-people.server";
import { isConfirmed } from "~/people/affiliations/affiliation.server";
import { ROLE_KIND_LABELS } from "~/people/roles/role";
import type { Reader } from "~/platform/database/database.server";
import { zoneDate } from "~/platform/database/zone-date.server";
import { addDays, addYears, REGION_TIME_ZONE, startOfDate } from "~/platform/time/time-zone";
import { CHARTS, type ChartName, STEPS, type ToldChart } from "./overview";
import { halfYearOf, type SchoolYear } from "./overview-years";
import { type CountedCell, tellTable, tellTogether } from "./tellable";

const NO_SCHOOL = "School not on file";
const DEADLINE_YEARS = 5;

/** What is looked at: a district, a school year, and the last day that is told of. */
export interface OverviewScope {
  organisationId: string;
  year: SchoolYear;
  until: string;
}

/** Every chart of a district's overview, as it may leave the desk (P4). */
export function tellCharts(db: Reader, scope: OverviewScope): ToldChart[] {
  const counted: Record<ChartName, CountedCell[]> = {
    ...countParticipants(db, scope),
    areas: countAreas(db, scope),
    designations: countDesignations(db, scope),
    "no-shows": countNoShows(db, scope),
    fees: countFees(db, scope),
    deadlines: countDeadlines(db, scope),
  };
  const tableOf = (name: ChartName) => {
    const { unit, isWhole } = CHARTS[name];
    return { cells: counted[name], step: STEPS[unit], isWhole };
  };
  const [schools, roles] = tellTogether([tableOf("schools"), tableOf("roles")]);
  return (Object.keys(CHARTS) as ChartName[]).map((name) => {
    const told = name === "schools" ? schools! : name === "roles" ? roles! : tellTable(tableOf(name));
    // That a part is not told would tell that it is somebody: it stands among all others.
    const cells = told.cells.flatMap(({ label, amount }) => (amount === null ? [] : [{ label, amount }]));
    return { name, cells, total: told.total };
  });
}

const later = alias(credits, "later");

/** S1: the credits of a district's people in the year, as they stood at the end of the last day that is told of. */
function countedCredits(db: Reader, { organisationId, year, until }: OverviewScope): SQL | undefined {
  const before = startOfDate(addDays(until, 1), REGION_TIME_ZONE);
  const isOfSame = or(eq(later.claimId, credits.claimId), eq(later.awardId, credits.awardId));
  const corrected = db
    .select({ one: sql`1` })
    .from(later)
    .where(and(isOfSame, sql`${later.version} > ${credits.version}`, lt(later.postedAt, before)));
  return and(
    sql`${credits.personId} in ${affiliatedWith([organisationId])}`,
    isAffiliatedOn([organisationId], credits.personId, credits.completedOn),
    gte(credits.completedOn, year.from),
    lte(credits.completedOn, year.to < until ? year.to : until),
    lt(credits.postedAt, before),
    notExists(corrected),
  );
}

/** Everybody once, where they worked when they last completed something. */
function countParticipants(
  db: Reader,
  scope: OverviewScope,
): Pick<Record<ChartName, CountedCell[]>, "schools" | "roles"> {
  const { building, roleKind, personId, fromDate, toDate, organisationId } = affiliations;
  const people = db
    .select({ building, roleKind, last: sql`max(${credits.completedOn})` })
    .from(credits)
    .innerJoin(
      affiliations,
      and(
        eq(personId, credits.personId),
        eq(organisationId, scope.organisationId),
        isConfirmed,
        lte(fromDate, credits.completedOn),
        or(isNull(toDate), gte(toDate, credits.completedOn)),
      ),
    )
    .where(countedCredits(db, scope))
    .groupBy(credits.personId)
    .all();
  const count = (labels: string[]): CountedCell[] =>
    [...Map.groupBy(labels, (label) => label)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([label, all]) => ({ label, people: all.length, amount: all.length }));
  return {
    schools: count(people.map((person) => person.building ?? NO_SCHOOL)),
    roles: count(people.map((person) => ROLE_KIND_LABELS[person.roleKind])),
  };
}

const distinct = (personId: SQL | typeof credits.personId | typeof registrations.personId) =>
  sql<number>`count(distinct ${personId})`;

function countAreas(db: Reader, scope: OverviewScope): CountedCell[] {
  const people = distinct(credits.personId);
  return db
    .select({ label: programAreas.name, people, amount: people })
    .from(credits)
    .innerJoin(offerings, eq(offerings.id, credits.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(programAreas, eq(programAreas.code, courses.programArea))
    .where(countedCredits(db, scope))
    .groupBy(programAreas.code)
    .orderBy(programAreas.position)
    .all();
}

/** Hours that count for several designations stand at each. */
function countDesignations(db: Reader, scope: OverviewScope): CountedCell[] {
  const code = sql<Designation>`json_extract(each.value, '$.code')`;
  const rows = db
    .select({
      code,
      people: distinct(credits.personId),
      amount: sql<number>`sum(json_extract(each.value, '$.minutes'))`,
    })
    .from(credits)
    .innerJoin(sql`json_each(${credits.snapshot}, '$.designations') as each`, sql`1`)
    .where(countedCredits(db, scope))
    .groupBy(code)
    .all();
  return HOUR_DESIGNATIONS.flatMap((each) =>
    rows
      .filter((row) => row.code === each)
      .map(({ people, amount }) => ({ label: DESIGNATIONS[each], people, amount })),
  );
}

function countNoShows(db: Reader, { organisationId, year, until }: OverviewScope): CountedCell[] {
  const people = distinct(registrations.personId);
  const to = year.to < until ? year.to : until;
  return db
    .select({ label: programAreas.name, people, amount: people })
    .from(registrations)
    .innerJoin(offerings, eq(offerings.id, registrations.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(programAreas, eq(programAreas.code, courses.programArea))
    .where(
      and(
        sql`${registrations.personId} in ${affiliatedWith([organisationId])}`,
        eq(registrations.status, "no-show"),
        gte(offerings.endsAt, startOfDate(year.from, REGION_TIME_ZONE)),
        lt(offerings.endsAt, startOfDate(addDays(to, 1), REGION_TIME_ZONE)),
        isAffiliatedOn([organisationId], registrations.personId, zoneDate(offerings.endsAt, offerings.timeZone)),
      ),
    )
    .groupBy(programAreas.code)
    .orderBy(programAreas.position)
    .all();
}

/** What was paid for them or by them: a purchase order is, a waived fee and one taken back are not. */
function countFees(db: Reader, { organisationId, year, until }: OverviewScope): CountedCell[] {
  const reversed = db
    .select({ one: sql`1` })
    .from(paymentReversals)
    .where(eq(paymentReversals.paymentId, payments.id));
  return db
    .select({
      label: programAreas.name,
      people: distinct(sql`${claims.personId}`),
      amount: sql<number>`sum(${payments.amountCents})`,
    })
    .from(payments)
    .innerJoin(claims, eq(claims.id, payments.claimId))
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(programAreas, eq(programAreas.code, courses.programArea))
    .where(
      and(
        // With a plus: found from what was received in the year, not from all that its people ever claimed.
        sql`+${claims.personId} in ${affiliatedWith([organisationId])}`,
        ne(payments.kind, "waiver"),
        gte(payments.receivedOn, year.from),
        lte(payments.receivedOn, year.to < until ? year.to : until),
        isAffiliatedOn([organisationId], claims.personId, payments.receivedOn),
        notExists(reversed),
      ),
    )
    .groupBy(programAreas.code)
    .orderBy(programAreas.position)
    .all();
}

/** Of those who show the district their renewal: whose certificate ends when. */
function countDeadlines(db: Reader, { organisationId, until }: OverviewScope): CountedCell[] {
  const ends = persons.certificateExpiresOn;
  const people = db
    .select({ ends })
    .from(persons)
    .where(and(showsRenewal(db, organisationId, until), gte(ends, until), lte(ends, addYears(until, DEADLINE_YEARS))))
    .orderBy(ends)
    .all();
  return [...Map.groupBy(people, (person) => halfYearOf(person.ends!))].map(([label, all]) => {
    return { label, people: all.length, amount: all.length };
  });
}
