import { and, count, eq, type SQL, sql } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { persons } from "#drizzle/schema/people";
import { salaryReviews } from "#drizzle/schema/staff/local-rules";
import { isCompletedWithin, isNewestVersion, parseCredit } from "~/credits/ledger/ledger.server";
import { isSeenOfPeople } from "~/hr/hr-scope.server";
import { judgePeople, sourceOf } from "~/hr/local-rules/judged-people.server";
import { EVERYBODY } from "~/hr/people/people-filter";
import { wherePeople } from "~/hr/people/people.server";
import { listLatestEmployeeIds } from "~/hr/people/people-list.server";
import { staffNameOf } from "~/people/persons/name";
import { isNamedBy, NAMED } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { everyWord } from "~/platform/database/contains.server";
import { countOf, countRows } from "~/platform/database/rows.server";
import { formatHours, formatQuarterCredits } from "~/platform/format";
import type { ListSource } from "~/platform/lists/list-query.server";
import { SALARY_PEOPLE_LIST, SALARY_ROWS_LIST } from "./salary-lists";
import { totalsOfRows, type SalaryTotals } from "./salary-row";
import type { SalaryVerdict } from "./salary-verdict";
import { verdictInWords } from "./salary-words";
import { readSalaryYear } from "./salary-year.server";

export interface SalaryPersonRow extends SalaryTotals {
  id: string;
  name: string;
  employeeId: string | null;
}

/** Who completed anything in a salary year while they belonged to an organisation of the actor, and what it comes to (S1, S2). */
export function salaryPeopleSource(ctx: ScopedContext, search: URLSearchParams): ListSource<SalaryPersonRow> {
  const { organisation, year, from, to } = readSalaryYear(ctx, search);
  const filter = { ...EVERYBODY, from, to, hours: "with" as const };
  const theirs = wherePeople(ctx.db, organisation.id, filter);
  return {
    shape: SALARY_PEOPLE_LIST,
    tie: persons.id,
    order: { name: [persons.sortName] },
    where: { q: (typed) => everyWord(typed, (word) => isNamedBy(persons.id, word, ["names", "former"])) },
    count: (where) => countOf(ctx.db.select({ count: count() }).from(persons).where(and(theirs, where))),
    read: ({ where, orderBy, limit, offset }) => {
      const people = ctx.db
        .select(NAMED)
        .from(persons)
        .where(and(theirs, where))
        .orderBy(...orderBy)
        .limit(limit)
        .offset(offset)
        .all();
      const ids = people.map(({ id }) => id);
      recordReading(ctx, { action: "hr.people-listed", subjectId: organisation.id, personIds: ids, detail: { year } });
      const judged = judgePeople(ctx.db, organisation.id, ids);
      const employeeIds = listLatestEmployeeIds(ctx.db, organisation.id, ids);
      return people.map(({ id, ...name }) => {
        const { hours, verdicts } = judged.get(id)!;
        const inYear = [...hours.values()].filter((each) => each.year === year);
        const rows = inYear.map((each) => ({ ...each, verdict: verdicts.get(each.id) ?? ("open" as const) }));
        return { id, name: staffNameOf(name), employeeId: employeeIds.get(id) ?? null, ...totalsOfRows(rows) };
      });
    },
    cells: {
      name: (row) => row.name,
      employee: (row) => row.employeeId,
      hours: (row) => formatHours(row.minutes),
      counted: (row) => formatHours(row.counted),
      credits: (row) => formatQuarterCredits(row.counted),
      accepted: (row) => formatHours(row.accepted),
      open: (row) => row.open,
    },
  };
}

export interface SalaryReviewRow {
  id: string;
  personId: string;
  name: string;
  title: string;
  completedOn: string;
  minutes: number;
  counted: number;
  flags: string[];
  verdict: SalaryVerdict;
  said: string;
}

/** The newest thing that HR of an organisation said of a credit's claim or award; null where it said nothing. */
const newestVerdict = (organisationId: string): SQL => sql`(select ${salaryReviews.verdict} from ${salaryReviews}
  where ${salaryReviews.personId} = ${credits.personId} and ${salaryReviews.organisationId} = ${organisationId}
    and ${salaryReviews.sourceId} = coalesce(${credits.claimId}, ${credits.awardId})
  order by ${salaryReviews.id} desc limit 1)`;

/** The hours of a salary year row by row, with what the rules and HR say of each (S1, S2). Looking is audited (P5). */
export function salaryRowsSource(ctx: ScopedContext, search: URLSearchParams): ListSource<SalaryReviewRow> {
  const { organisation, year, from, to } = readSalaryYear(ctx, search);
  const verdict = newestVerdict(organisation.id);
  const select = (where: SQL | undefined) =>
    ctx.db
      .select({ credit: credits, person: NAMED })
      .from(credits)
      .innerJoin(persons, eq(persons.id, credits.personId))
      .where(and(isCompletedWithin({ from, to }), isNewestVersion, isSeenOfPeople([organisation.id]), where));
  return {
    shape: SALARY_ROWS_LIST,
    tie: credits.id,
    order: { name: [persons.sortName], completed: [credits.completedOn], hours: [credits.minutes] },
    where: {
      q: (typed) => everyWord(typed, (word) => isNamedBy(persons.id, word, ["names", "former"])),
      verdict: (which) => (which === "open" ? sql`coalesce(${verdict}, 'open') = 'open'` : sql`${verdict} = ${which}`),
    },
    count: (where, most) => countRows(ctx.db, most === undefined ? select(where) : select(where).limit(most)),
    ids: ({ where, orderBy, limit, offset }) =>
      select(where)
        .orderBy(...orderBy)
        .limit(limit)
        .offset(offset)
        .all()
        .map(({ credit }) => credit.id),
    read: ({ where, orderBy, limit, offset }) => {
      const rows = select(where)
        .orderBy(...orderBy)
        .limit(limit)
        .offset(offset)
        .all();
      const ids = [...new Set(rows.map(({ person }) => person.id))];
      recordReading(ctx, { action: "hr.people-listed", subjectId: organisation.id, personIds: ids, detail: { year } });
      const judged = judgePeople(ctx.db, organisation.id, ids);
      return rows.map(({ credit, person }) => {
        const { hours, reviews } = judged.get(person.id)!;
        const { counted, words } = hours.get(credit.id)!;
        const review = reviews.get(sourceOf(credit));
        return {
          id: credit.id,
          personId: person.id,
          name: staffNameOf(person),
          title: parseCredit(credit).snapshot.course.title,
          completedOn: credit.completedOn,
          minutes: credit.minutes,
          counted,
          flags: words,
          verdict: review?.verdict ?? "open",
          said: verdictInWords(review ?? { verdict: "open", criterion: null, reason: null }),
        };
      });
    },
    cells: {
      name: (row) => row.name,
      course: (row) => row.title,
      completed: (row) => row.completedOn,
      hours: (row) => formatHours(row.minutes),
      counted: (row) => formatHours(row.counted),
      flags: (row) => row.flags.join("; "),
      verdict: (row) => row.said,
    },
  };
}
