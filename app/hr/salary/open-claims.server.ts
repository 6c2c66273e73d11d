import { and, eq, gte, inArray, isNotNull, lte, max, type SQL, sql } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { persons } from "#drizzle/schema/people";
import { salaryNudges } from "#drizzle/schema/staff/salary-nudges";
import { affiliatedWith, isAffiliatedOn } from "~/hr/hr-scope.server";
import { staffNameOf } from "~/people/persons/name";
import { LISTED } from "~/people/persons/person-names.server";
import { isAmong } from "~/platform/database/among.server";
import type { Reader } from "~/platform/database/database.server";
import { zoneDate } from "~/platform/database/zone-date.server";
import { type PersonWithClaims, WAITING_CLAIMS, type WaitingClaim } from "./open-claim";
import type { SalaryYear } from "./salary-year.server";

type Days = Pick<SalaryYear, "from" | "to">;

const endedOn = zoneDate(offerings.endsAt, offerings.timeZone) as SQL<string>;

/** S1, as a condition on `claims` and `offerings`: they wait for their person, of what ended in the year and while that one belonged to the organisation. */
const isOpenIn = (organisationId: string, { from, to }: Days): SQL | undefined =>
  and(
    sql`${claims.personId} in ${affiliatedWith([organisationId])}`,
    inArray(claims.status, [...WAITING_CLAIMS]),
    isNotNull(offerings.endsAt),
    gte(endedOn, from),
    lte(endedOn, to),
    isAffiliatedOn([organisationId], claims.personId, endedOn),
  );

/** Condition on `persons`: they have such claims; of those that wait for one thing alone, where it is named. */
export const hasOpenClaims = (db: Reader, organisationId: string, days: Days, waits?: WaitingClaim): SQL =>
  inArray(
    persons.id,
    db
      .select({ id: claims.personId })
      .from(claims)
      .innerJoin(offerings, eq(offerings.id, claims.offeringId))
      .where(and(isOpenIn(organisationId, days), waits ? eq(claims.status, waits) : undefined)),
  );

/** What waits for each of some people, by name; whoever has nothing open is left out. Asks nobody for permission. */
export function findOpenClaims(
  db: Reader,
  organisationId: string,
  days: Days,
  personIds: readonly string[],
): PersonWithClaims[] {
  const rows = db
    .select({
      claimId: claims.id,
      status: claims.status,
      person: LISTED,
      title: courses.title,
      endedOn: endedOn.as("ended_on"),
    })
    .from(claims)
    .innerJoin(persons, eq(persons.id, claims.personId))
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(and(isAmong(claims.personId, personIds), isOpenIn(organisationId, days)))
    .orderBy(persons.sortName, persons.id, claims.id)
    .all();
  const nudged = readNudges(db, organisationId, [...new Set(rows.map(({ person }) => person.id))]);
  return [...Map.groupBy(rows, ({ person }) => person.id)].map(([id, own]) => ({
    id,
    name: staffNameOf(own[0]!.person),
    claims: own.map(({ claimId, title, endedOn: day, status }) => ({
      ...{ id: claimId, title, endedOn: day, waits: status as WaitingClaim },
    })),
    nudgedAt: nudged.get(id) ?? null,
    hasAddress: own[0]!.person.email !== null,
  }));
}

function readNudges(db: Reader, organisationId: string, personIds: string[]): Map<string, number> {
  const rows = db
    .select({ personId: salaryNudges.personId, at: max(salaryNudges.sentAt) })
    .from(salaryNudges)
    .where(and(isAmong(salaryNudges.personId, personIds), eq(salaryNudges.organisationId, organisationId)))
    .groupBy(salaryNudges.personId)
    .all();
  return new Map(rows.map(({ personId, at }) => [personId, at ?? 0]));
}
