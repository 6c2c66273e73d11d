import { and, eq, gte, inArray, isNotNull, lte, max, type SQL, sql } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { persons } from "#drizzle/schema/people";
import { salaryNudges } from "#drizzle/schema/staff/salary-nudges";
import { affiliatedWith, isAffiliatedOn } from "~/hr/hr-scope.server";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { Reader } from "~/platform/database/database.server";
import { zoneDate } from "~/platform/database/zone-date.server";
import { type PersonWithClaims, WAITING_CLAIMS, type WaitingClaim } from "./open-claim";
import type { SalaryYear } from "./salary-year.server";

/** So many claims are looked at, at most. */
const MOST_CLAIMS = 2_000;

/**
 * Who has claims of a salary year that wait for them: to claim, to evaluate, to pay (S1: of what ended while they belonged to the
 * organisation). By name. Looking is audited (P5).
 */
export function listOpenClaims(ctx: ScopedContext, { organisation, year, from, to }: SalaryYear): PersonWithClaims[] {
  const people = findOpenClaims(ctx.db, organisation.id, { from, to });
  const personIds = people.map(({ id }) => id);
  recordReading(ctx, { action: "hr.people-listed", subjectId: organisation.id, personIds, detail: { year } });
  return people;
}

/** The same for the command that reminds them. Asks nobody for permission. */
export function findOpenClaims(
  db: Reader,
  organisationId: string,
  { from, to }: { from: string; to: string },
  only?: readonly string[],
): PersonWithClaims[] {
  const endedOn = zoneDate(offerings.endsAt, offerings.timeZone) as SQL<string>;
  const rows = db
    .select({
      claimId: claims.id,
      status: claims.status,
      person: persons,
      title: courses.title,
      endedOn: endedOn.as("ended_on"),
    })
    .from(claims)
    .innerJoin(persons, eq(persons.id, claims.personId))
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(
      and(
        sql`${claims.personId} in ${affiliatedWith([organisationId])}`,
        only ? inArray(claims.personId, [...only]) : undefined,
        inArray(claims.status, [...WAITING_CLAIMS]),
        isNotNull(offerings.endsAt),
        gte(endedOn, from),
        lte(endedOn, to),
        isAffiliatedOn([organisationId], claims.personId, endedOn),
      ),
    )
    .orderBy(persons.sortName, persons.id, claims.id)
    .limit(MOST_CLAIMS)
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
    .where(and(inArray(salaryNudges.personId, personIds), eq(salaryNudges.organisationId, organisationId)))
    .groupBy(salaryNudges.personId)
    .all();
  return new Map(rows.map(({ personId, at }) => [personId, at ?? 0]));
}
