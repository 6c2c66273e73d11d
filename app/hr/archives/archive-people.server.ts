import { and, asc, count, eq, inArray } from "drizzle-orm";
import { affiliations, persons } from "#drizzle/schema/people";
import { isConfirmed } from "~/people/affiliations/affiliation.server";
import { sortNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { inReading } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { notFound } from "~/platform/http/responses.server";
import { MOST_PEOPLE } from "./archive-form";
import { type Window, windowsWithin } from "./archive-windows";
import type { HrOrganisation } from "~/hr/hr-scope.server";
import { EVERYBODY, type PeopleFilter } from "~/hr/people/people-filter";
import { wherePeople } from "~/hr/people/people.server";
import { BY_NAME } from "~/people/persons/person-names.server";

/** Somebody whose transcripts HR wants: one for each stretch of time in which they belonged to the district (S1). */
export interface ArchivePerson {
  id: string;
  name: string;
  employeeId: string | null;
  windows: Window[];
}

/**
 * The people of a filter whose transcripts can be asked for, by name, at most as many as an archive holds, and how many there are.
 * Audited (P5).
 * @param chosen the ids of those among them who are meant; none: all
 */
export function listArchivePeople(
  ctx: ScopedContext,
  organisation: HrOrganisation,
  filter: PeopleFilter,
  chosen: readonly string[] = [],
): { people: { id: string; name: string }[]; total: number } {
  const { from, to, q } = filter;
  const period = { ...EVERYBODY, from, to };
  return inReading(ctx.db, (tx) => {
    const meant = and(
      wherePeople(tx, organisation.id, filter),
      // A day on which they were on the staff may lie outside of the period, in which there is a transcript of theirs.
      wherePeople(tx, organisation.id, period),
      chosen.length > 0 ? inArray(persons.id, chosen.slice(0, MOST_PEOPLE)) : undefined,
    );
    const rows = tx
      .select({ id: persons.id, legalFirst: persons.legalFirst, legalLast: persons.legalLast })
      .from(persons)
      .where(meant)
      .orderBy(...BY_NAME)
      .limit(MOST_PEOPLE)
      .all();
    recordReading(ctx, {
      action: "hr.people-listed",
      subjectId: organisation.id,
      personIds: rows.map(({ id }) => id),
      detail: { from, to, q },
    });
    const total =
      rows.length < MOST_PEOPLE ? rows.length : countOf(tx.select({ count: count() }).from(persons).where(meant));
    return { people: rows.map(({ id, ...name }) => ({ id, name: sortNameOf(name) })), total };
  });
}

/**
 * The people of these ids with the times within a period in which they belonged to the organisation, in one statement.
 * That their transcripts are made is audited (P5).
 * @throws Response 404 when one of them never belonged to it in that period, as it has confirmed (S1)
 */
export function takeArchivePeople(
  ctx: ScopedContext,
  organisation: HrOrganisation,
  period: Window,
  personIds: readonly string[],
): ArchivePerson[] {
  const wanted = [...new Set(personIds)];
  return inReading(ctx.db, (tx) => {
    const rows = tx
      .select({ person: persons, affiliation: affiliations })
      .from(affiliations)
      .innerJoin(persons, eq(persons.id, affiliations.personId))
      .where(and(isConfirmed, eq(affiliations.organisationId, organisation.id), inArray(persons.id, wanted)))
      .orderBy(...BY_NAME, asc(affiliations.fromDate))
      .all();
    const people = [...Map.groupBy(rows, ({ person }) => person.id).entries()].map(([id, own]) => ({
      id,
      name: sortNameOf(own[0]!.person),
      employeeId: own.at(-1)!.affiliation.employeeId,
      windows: windowsWithin(
        own.map(({ affiliation }) => affiliation),
        period,
      ),
    }));
    const found = people.filter(({ windows }) => windows.length > 0);
    if (found.length !== wanted.length) throw notFound();
    recordReading(ctx, {
      action: "hr.transcript-made",
      subjectId: organisation.id,
      personIds: found.map(({ id }) => id),
      detail: { ...period },
    });
    return found;
  });
}
