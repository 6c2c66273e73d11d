import { and, eq, gte, isNull, lte, or, type SQL } from "drizzle-orm";
import { affiliations, persons } from "#drizzle/schema/people";
import { chooseOrganisation, listMyOrganisations } from "~/hr/hr-scope.server";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import { isConfirmed } from "~/people/affiliations/affiliation.server";
import { isNamedBy, NAMED } from "~/people/persons/person-names.server";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { everyWord } from "~/platform/database/contains.server";
import type { Reader } from "~/platform/database/database.server";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { evaluateLadder, type Ladder } from "~/renewal/paraeducator";
import { listEarnedHours } from "~/renewal/progress/earned-hours.server";
import { toParaSource } from "~/renewal/progress/renewal-sources";
import { LADDER_LIST } from "./ladder-list";
import { generalOf, hoursOf, inPersonOf, nextOf } from "./ladder-words";

/** A paraeducator in HR's list. */
export interface ClimbingPerson {
  id: string;
  name: string;
  fromDate: string;
  building: string | null;
  employeeId: string | null;
  ladder: Ladder;
}

/**
 * Whoever works as a paraeducator at the actor's organization that an address names today, as it has confirmed, with what the
 * hours come to that were completed there (S1). Looking is audited (P5).
 * @throws Response 404 for an organization that is not the actor's
 */
export function ladderSource(ctx: ScopedContext, search: URLSearchParams): ListSource<ClimbingPerson> {
  const organisation = chooseOrganisation(listMyOrganisations(ctx), search.get("organization"));
  const today = dateOf(ctx.now, REGION_TIME_ZONE);
  const select = (where: SQL | undefined) =>
    ctx.db
      .select({ person: NAMED, work: affiliations })
      .from(affiliations)
      .innerJoin(persons, eq(persons.id, affiliations.personId))
      .where(and(worksAsOne(organisation.id, today), where));
  return {
    shape: LADDER_LIST,
    tie: affiliations.id,
    order: { name: [persons.sortName], since: [affiliations.fromDate] },
    where: { q: (typed) => everyWord(typed, (word) => isNamedBy(persons.id, word, ["names"])) },
    ...rowsOf(ctx.db, select, {
      describe: (rows) => {
        const personIds = rows.map(({ person }) => person.id);
        recordReading(ctx, { action: "hr.ladder-listed", subjectId: organisation.id, personIds });
        return rows.map(({ person, work }) => ({
          id: person.id,
          name: staffNameOf(person),
          fromDate: work.fromDate,
          building: work.building,
          employeeId: work.employeeId,
          ladder: ladderWithin(ctx.db, person.id, [organisation.id]),
        }));
      },
    }),
    cells: {
      name: (row) => row.name,
      fundamental: (row) => hoursOf(row.ladder.fcs),
      person: (row) => inPersonOf(row.ladder),
      general: (row) => generalOf(row.ladder),
      next: (row) => nextOf(row.ladder),
      since: (row) => row.fromDate,
      school: (row) => row.building,
      employee: (row) => row.employeeId,
    },
  };
}

const worksAsOne = (organisationId: string, today: string): SQL | undefined =>
  and(
    isConfirmed,
    eq(affiliations.organisationId, organisationId),
    eq(affiliations.roleKind, "paraeducator"),
    lte(affiliations.fromDate, today),
    or(isNull(affiliations.toDate), gte(affiliations.toDate, today)),
  );

/** The ladder by the hours alone that somebody completed while they belonged to these organizations (S1). Asks nobody for permission. */
export function ladderWithin(db: Reader, personId: string, organisationIds: readonly string[]): Ladder {
  const theirs = db
    .select()
    .from(affiliations)
    .where(and(isConfirmed, eq(affiliations.personId, personId)))
    .all()
    .filter(({ organisationId }) => organisationIds.includes(organisationId));
  const within = listEarnedHours(db, personId).filter(
    ({ completedOn }) => affiliationOn(theirs, completedOn) !== undefined,
  );
  return evaluateLadder(within.map(toParaSource));
}
