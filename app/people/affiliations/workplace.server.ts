import { and, asc, eq, exists, isNull, or, type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { affiliations, organisations } from "#drizzle/schema/people";
import { isAmong } from "~/platform/database/among.server";
import type { Reader } from "~/platform/database/database.server";
import { byLetters } from "~/platform/database/letter-order.server";
import { isConfirmed } from "./affiliation.server";
import { affiliationOn } from "./affiliation-dates";
import { affiliationStateOf } from "./affiliation-state";
import type { WorkplaceOn } from "./workplace";

/** Somebody's day on which it matters where they worked: the last of an offering, as a rule (S1). */
export interface PersonDay {
  personId: string;
  day: string;
}

/**
 * Where people worked on given days, in one statement: a confirmed workplace before one that waits; those that were
 * disowned do not count. Null where nothing is entered. In the order of what was asked.
 */
export function listWorkplacesOn(db: Reader, asked: readonly PersonDay[]): (WorkplaceOn | null)[] {
  const rows = db
    .select({ affiliation: affiliations, organisation: organisations.name })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(
      and(
        isNull(affiliations.disownedAt),
        isAmong(affiliations.personId, [...new Set(asked.map(({ personId }) => personId))]),
      ),
    )
    .orderBy(asc(affiliations.id))
    .all()
    .map(({ affiliation, organisation }) => ({ ...affiliation, organisation, state: affiliationStateOf(affiliation) }));
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return asked.map(({ personId, day }) => {
    const theirs = byPerson.get(personId) ?? [];
    const confirmed = theirs.filter(({ state }) => state === "confirmed");
    const found = affiliationOn(confirmed, day) ?? affiliationOn(theirs, day);
    return found ? { organisation: found.organisation, confirmed: found.state === "confirmed" } : null;
  });
}

/** Where one person worked on a day; null where nothing is entered. */
export function findWorkplaceOn(db: Reader, personId: string, day: string): WorkplaceOn | null {
  return listWorkplacesOn(db, [{ personId, day }])[0] ?? null;
}

/** In a filter by workplace: nothing is entered. */
export const NO_WORKPLACE = "none";

/** The choices of a filter by where people worked: every organization in which anybody works or worked. */
export function listWorkplaceOptions(db: Reader): { value: string; label: string }[] {
  const anybody = db
    .select({ one: sql`1` })
    .from(affiliations)
    .where(and(eq(affiliations.organisationId, organisations.id), isNull(affiliations.disownedAt)));
  const theirs = db
    .select({ value: organisations.id, label: organisations.name })
    .from(organisations)
    .where(exists(anybody))
    .orderBy(byLetters(organisations.name))
    .all();
  return [{ value: NO_WORKPLACE, label: "None entered" }, ...theirs];
}

/** Condition: what `listWorkplacesOn` finds for a person and a day is this organization, or nothing. */
export function isWorkplaceOn(personId: SQLWrapper, day: SQLWrapper, organisationId: string): SQL | undefined {
  const anyOf = (more?: SQL) =>
    sql`exists (select 1 from ${affiliations} where ${and(
      sql`${affiliations.personId} = ${personId}`,
      isNull(affiliations.disownedAt),
      sql`${affiliations.fromDate} <= ${day}`,
      sql`(${affiliations.toDate} is null or ${affiliations.toDate} >= ${day})`,
      more,
    )})`;
  if (organisationId === NO_WORKPLACE) return sql`not ${anyOf()}`;
  const there = eq(affiliations.organisationId, organisationId);
  return or(anyOf(and(there, isConfirmed)), and(anyOf(there), sql`not ${anyOf(isConfirmed)}`));
}

/** Whether nothing is entered of where somebody works, or worked: then they are asked. */
export function lacksWorkplace(db: Reader, personId: string): boolean {
  const entered = and(eq(affiliations.personId, personId), isNull(affiliations.disownedAt));
  return db.select({ id: affiliations.id }).from(affiliations).where(entered).limit(1).get() === undefined;
}
