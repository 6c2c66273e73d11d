import { and, eq, exists, gte, inArray, isNull, lte, notExists, or, type SQL, sql } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { affiliations, persons } from "#drizzle/schema/people";
import { isCompletedWithin, isNewestVersion } from "~/credits/ledger/ledger.server";
import { isConfirmed } from "~/people/affiliations/affiliation.server";
import type { RoleKind } from "~/people/roles/role";
import type { Reader } from "~/platform/database/database.server";
import { isWithinAffiliation } from "~/hr/hr-scope.server";
import { contains, everyWord } from "~/platform/database/contains.server";
import type { HoursChoice } from "./district-person";
import { isNamedBy } from "~/people/persons/person-names.server";

/** Which people: who belonged to the district in a period, as it has confirmed, by name and role. */
export interface PeopleFilter {
  from: string | null;
  to: string | null;
  q: string;
  roleKind: RoleKind | null;
  /** Whether they completed anything in the period while they belonged to it. */
  hours: HoursChoice | null;
}

/** Condition on `persons`: the people of an organisation that a filter means. */
export function wherePeople(tx: Reader, organisationId: string, filter: PeopleFilter): SQL | undefined {
  return and(
    belongsTo(tx, organisationId, filter),
    filter.hours ? completedAny(tx, organisationId, filter) : undefined,
    everyWord(filter.q, (word) => names(tx, organisationId, word)),
  );
}

/** Condition on `credits`: what counts of a person for an organisation in a period (S1). */
export const countsIn = (organisationId: string, period: Pick<PeopleFilter, "from" | "to">): SQL | undefined =>
  and(
    eq(credits.personId, persons.id),
    isCompletedWithin(period),
    isNewestVersion,
    isWithinAffiliation([organisationId]),
  );

function completedAny(tx: Reader, organisationId: string, filter: PeopleFilter): SQL {
  const any = tx
    .select({ one: sql`1` })
    .from(credits)
    .where(countsIn(organisationId, filter));
  return filter.hours === "with" ? exists(any) : notExists(any);
}

function belongsTo(tx: Reader, organisationId: string, { from, to, roleKind }: PeopleFilter): SQL {
  return inArray(
    persons.id,
    tx
      .select({ id: affiliations.personId })
      .from(affiliations)
      .where(
        and(
          isConfirmed,
          eq(affiliations.organisationId, organisationId),
          to ? lte(affiliations.fromDate, to) : undefined,
          from ? or(isNull(affiliations.toDate), gte(affiliations.toDate, from)) : undefined,
          roleKind ? eq(affiliations.roleKind, roleKind) : undefined,
        ),
      ),
  );
}

/** HR sees whom it looks for by the names that they bear and bore; addresses are not its to search. */
const HR_PARTS = ["names", "former"] as const;

function names(tx: Reader, organisationId: string, word: string): SQL | undefined {
  const hasNumber = tx
    .select({ id: affiliations.personId })
    .from(affiliations)
    .where(and(isConfirmed, eq(affiliations.organisationId, organisationId), contains(affiliations.employeeId, word)));
  return or(isNamedBy(persons.id, word, HR_PARTS), inArray(persons.id, hasNumber));
}
