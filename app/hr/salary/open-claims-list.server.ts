import { and, count, type SQL } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { isNamedBy } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { everyWord } from "~/platform/database/contains.server";
import { countOf } from "~/platform/database/rows.server";
import { type ListQuery, type ListSource, readPage } from "~/platform/lists/list-query.server";
import { isWaitingClaim, type PersonWithClaims, remindedInWords, WAITING_CLAIM_WORDS } from "./open-claim";
import { findOpenClaims, hasOpenClaims } from "./open-claims.server";
import { OPEN_CLAIMS_LIST } from "./salary-lists";
import { readSalaryYear } from "./salary-year.server";

/**
 * Who has claims of a salary year that wait for them: to claim, to evaluate, to pay (S1: of what ended while they belonged to the
 * organisation). Looking is audited (P5).
 */
export function openClaimsSource(ctx: ScopedContext, search: URLSearchParams): ListSource<PersonWithClaims> {
  const salaryYear = readSalaryYear(ctx, search);
  const { organisation, year, timeZone } = salaryYear;
  const theirs = hasOpenClaims(ctx.db, organisation.id, salaryYear);
  const select = (where: SQL | undefined) => ctx.db.select({ id: persons.id }).from(persons).where(and(theirs, where));
  const ids = (query: ListQuery) => readPage(select, query).map(({ id }) => id);
  return {
    shape: OPEN_CLAIMS_LIST,
    tie: persons.id,
    order: { name: [persons.sortName] },
    where: {
      q: (typed) => everyWord(typed, (word) => isNamedBy(persons.id, word, ["names", "former"])),
      waits: (which) => (isWaitingClaim(which) ? hasOpenClaims(ctx.db, organisation.id, salaryYear, which) : undefined),
    },
    count: (where) => countOf(ctx.db.select({ count: count() }).from(persons).where(and(theirs, where))),
    ids,
    read: (query) => {
      const wanted = ids(query);
      recordReading(ctx, {
        action: "hr.people-listed",
        subjectId: organisation.id,
        personIds: wanted,
        detail: { year },
      });
      const found = new Map(
        findOpenClaims(ctx.db, organisation.id, salaryYear, wanted).map((person) => [person.id, person]),
      );
      return wanted.flatMap((id) => found.get(id) ?? []);
    },
    cells: {
      name: ({ name }) => name,
      claims: ({ claims }) =>
        claims.map(({ title, endedOn, waits }) => `${title}, ${endedOn}: ${WAITING_CLAIM_WORDS[waits]}`).join("; "),
      reminded: (person) => remindedInWords(person, ctx.now, timeZone),
    },
  };
}
