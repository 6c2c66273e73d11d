import { and, type SQL } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { persons } from "#drizzle/schema/people";
import { isCompletedWithin } from "~/credits/ledger/ledger.server";
import { isSeenOfPeople } from "~/hr/hr-scope.server";
import { type JudgedPerson, judgePeople, readRules } from "~/hr/local-rules/judged-people.server";
import { isAmong } from "~/platform/database/among.server";
import type { Reader } from "~/platform/database/database.server";
import type { PeopleFilter } from "./people-filter";

type Period = Pick<PeopleFilter, "from" | "to">;

/** So many people are judged by one set of statements. */
const AT_ONCE = 2_000;

/** What falls short of a minimum, of a course or of the year. */
const isShort = (flag: string): boolean => flag === "course-too-short" || flag === "year-too-short";

/**
 * S2, as a condition on `persons`: something that they completed in the period falls short of a minimum in the organisation's
 * rules. What counts for a year depends on reviews, degrees and caps, so that it is judged as everywhere else, and not by the
 * database, as far as the salary years of the period go. Without a minimum in any rule, nobody is judged.
 */
export function isBelowMinimum(db: Reader, organisationId: string, period: Period): SQL {
  const { rules } = readRules(db, organisationId);
  const hasMinimum = rules.some(({ rule }) => rule.leastPerCourse > 0 || rule.leastPerYear > 0);
  return isAmong(persons.id, hasMinimum ? listBelow(db, organisationId, period) : []);
}

function listBelow(db: Reader, organisationId: string, period: Period): string[] {
  const everybody = db
    .selectDistinct({ personId: credits.personId })
    .from(credits)
    .where(and(isCompletedWithin(period), isSeenOfPeople([organisationId])))
    .all()
    .map(({ personId }) => personId);
  const short: string[] = [];
  for (let first = 0; first < everybody.length; first += AT_ONCE) {
    const counts = countBelow(db, organisationId, period, everybody.slice(first, first + AT_ONCE));
    short.push(...counts.keys());
  }
  return short;
}

/** How many courses of a period fall short of a minimum, for each of these people of whom any do. */
export function countBelow(
  db: Reader,
  organisationId: string,
  period: Period,
  personIds: readonly string[],
): Map<string, number> {
  const counts = [...judgePeople(db, organisationId, personIds, period)].map(
    ([id, person]) => [id, countShort(person, period)] as const,
  );
  return new Map(counts.filter(([, many]) => many > 0));
}

const countShort = ({ hours }: JudgedPerson, { from, to }: Period): number =>
  [...hours.values()].filter(
    ({ flags, completedOn }) =>
      flags.some(isShort) && (from === null || completedOn >= from) && (to === null || completedOn <= to),
  ).length;
