import {
  and,
  countDistinct,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  notExists,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { affiliations, persons } from "#drizzle/schema/people";
import { addressFaults } from "#drizzle/schema/platform";
import { isCompletedWithin, isNewestVersion } from "~/credits/ledger/ledger.server";
import { isConfirmed } from "~/people/affiliations/affiliation.server";
import type { Reader } from "~/platform/database/database.server";
import { isSeenBy } from "~/hr/hr-scope.server";
import { contains, everyWord, fulfilsOneOf, SHORTEST_INDEXED } from "~/platform/database/contains.server";
import { countOf } from "~/platform/database/rows.server";
import { isNamedBy } from "~/people/persons/person-names.server";
import { typedWords } from "~/platform/text/fold";
import type { ReachChoice } from "./district-person";
import { partOn } from "./as-of.server";
import { isBelowMinimum } from "./people-below.server";
import { NO_BUILDING, type PeopleFilter } from "./people-filter";
import { hasWaiting } from "./people-waiting.server";

/** Condition on `persons`: the people of an organisation that a filter means. */
export function wherePeople(tx: Reader, organisationId: string, filter: PeopleFilter): SQL | undefined {
  return and(
    belongsTo(tx, organisationId, filter),
    filter.missingId ? hasNoId(organisationId, filter) : undefined,
    filter.mail ? isUnreached(filter.mail) : undefined,
    filter.hours ? completedAny(tx, organisationId, filter) : undefined,
    filter.waits ? hasWaiting(tx, organisationId, filter) : undefined,
    filter.below ? isBelowMinimum(tx, organisationId, filter) : undefined,
    everyWord(filter.q, (word) => names(tx, organisationId, word)),
  );
}

/**
 * Condition on `persons`: everybody of an organisation, for pages in the order of names. With the plus, SQLite walks through the index
 * of names until a page is full, instead of looking up and sorting all of a large district.
 */
export const wherePeopleByName = (tx: Reader, organisationId: string, filter: PeopleFilter): SQL =>
  inArray(
    sql`+${persons.id}`,
    tx.select({ id: affiliations.personId }).from(affiliations).where(isMeant(organisationId, filter)),
  );

/** How many there are of them. */
export const countPeople = (tx: Reader, organisationId: string, filter: PeopleFilter): number =>
  countOf(
    tx
      .select({ count: countDistinct(affiliations.personId) })
      .from(affiliations)
      .where(isMeant(organisationId, filter)),
  );

/** Condition on `credits`: what counts of a person for an organisation in a period (S1). */
export const countsIn = (organisationId: string, period: Pick<PeopleFilter, "from" | "to">): SQL | undefined =>
  and(eq(credits.personId, persons.id), isCompletedWithin(period), isNewestVersion, isSeenBy([organisationId]));

/** Condition on `affiliations`: those with an organisation that are meant, as it has confirmed: on the day, or in the period. */
export const isMeant = (organisationId: string, { from, to, on }: Pick<PeopleFilter, "from" | "to" | "on">) => {
  const [first, last] = on === null ? [from, to] : [on, on];
  return and(
    isConfirmed,
    eq(affiliations.organisationId, organisationId),
    last ? lte(affiliations.fromDate, last) : undefined,
    first ? or(isNull(affiliations.toDate), gte(affiliations.toDate, first)) : undefined,
  );
};

/** Condition on `persons`: mail does not reach them, for that reason. */
export function isUnreached(why: ReachChoice): SQL | undefined {
  const none = isNull(persons.email);
  const returned = and(
    isNotNull(persons.email),
    inArray(persons.email, sql`(select ${addressFaults.address} from ${addressFaults})`),
  );
  return { none, returned, unreachable: or(none, returned) }[why];
}

function completedAny(tx: Reader, organisationId: string, filter: PeopleFilter): SQL {
  const any = tx
    .select({ one: sql`1` })
    .from(credits)
    .where(countsIn(organisationId, filter));
  return filter.hours === "with" ? exists(any) : notExists(any);
}

function belongsTo(tx: Reader, organisationId: string, filter: PeopleFilter): SQL {
  const { roleKind, building, on } = filter;
  const place = partOn("building", on);
  const isThere = building === NO_BUILDING ? sql`${place} is null` : sql`${place} = ${building}`;
  // With a plus, whom a word means is found first: they are few, and a district's people thousands.
  const person = typedWords(filter.q).some(isIndexed) ? sql`+${persons.id}` : sql`${persons.id}`;
  return inArray(
    person,
    tx
      .select({ id: affiliations.personId })
      .from(affiliations)
      .where(
        and(
          isMeant(organisationId, filter),
          roleKind ? sql`${partOn("roleKind", on)} = ${roleKind}` : undefined,
          building ? isThere : undefined,
        ),
      ),
  );
}

/** The entry that the list shows has no employee ID. */
const hasNoId = (organisationId: string, filter: PeopleFilter): SQL =>
  sql`coalesce((select ${partOn("employeeId", filter.on)} from ${affiliations}
    where ${and(isMeant(organisationId, filter), eq(affiliations.personId, persons.id))}
    order by ${affiliations.fromDate} desc, ${affiliations.id} desc limit 1), '') = ''`;

/** HR sees whom it looks for by the names that they bear and bore; addresses are not its to search. */
const HR_PARTS = ["names", "former"] as const;

/** Whether an index finds whom a word means; those whom a shorter one means are many. */
const isIndexed = (word: string): boolean => [...word].length >= SHORTEST_INDEXED;

function names(tx: Reader, organisationId: string, word: string): SQL | undefined {
  const hasNumber = tx
    .select({ id: affiliations.personId })
    .from(affiliations)
    .where(and(isConfirmed, eq(affiliations.organisationId, organisationId), contains(affiliations.employeeId, word)));
  const either = [isNamedBy(persons.id, word, HR_PARTS), inArray(persons.id, hasNumber)];
  return isIndexed(word) ? fulfilsOneOf(persons.id, ...either) : or(...either);
}
