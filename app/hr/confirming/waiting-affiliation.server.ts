import { and, asc, count, desc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { affiliations, organisations, persons } from "#drizzle/schema/people";
import { isUnanswered } from "~/people/affiliations/affiliation.server";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { inReading, type Reader } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { PAGE_SIZE } from "~/platform/http/responses.server";
import { saidBy } from "./affiliation-answer.server";
import type { AnsweredAffiliation, WaitingAffiliation } from "./waiting-affiliation";

/**
 * What people say of themselves and the actor's organisations are to answer, oldest statement first, one page; and what
 * the actor answered in the last 30 days, latest first. Neither tells hours: those belong to HR once it is confirmed.
 * Looking is audited (P5). The number of statements does not depend on the number of people.
 */
export function listToConfirm(ctx: ScopedContext, page: number) {
  return inReading(ctx.db, (tx) => {
    const rows = select(tx, waitsFor(ctx))
      .orderBy(asc(affiliations.createdAt), asc(affiliations.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE)
      .all();
    const mine = and(inArray(affiliations.organisationId, ctx.scopeIds), saidBy(ctx));
    const answered = select(tx, mine)
      .orderBy(desc(sql`coalesce(${affiliations.confirmedAt}, ${affiliations.disownedAt})`), asc(affiliations.id))
      .limit(PAGE_SIZE)
      .all();
    recordReading(ctx, {
      action: "hr.affiliations-listed",
      subjectId: ctx.actor.personId,
      personIds: [...rows, ...answered].map(({ affiliation }) => affiliation.personId),
      detail: { page, organisationIds: ctx.scopeIds },
    });
    return {
      total: countToConfirm(tx, ctx),
      answeredTotal: countAffiliations(tx, mine),
      waiting: rows.map(describe),
      answered: answered.map((row): AnsweredAffiliation => {
        const { confirmedAt, disownedAt } = row.affiliation;
        return { ...describe(row), confirmedAt, disownedAt };
      }),
    };
  });
}

/** How many statements wait for an answer of the actor's organisations. */
export function countToConfirm(db: Reader, ctx: ScopedContext): number {
  return countAffiliations(db, waitsFor(ctx));
}

function countAffiliations(db: Reader, where: SQL | undefined): number {
  return countOf(db.select({ count: count() }).from(affiliations).where(where));
}

/** The actor's own is left out: nobody answers for themselves. */
function waitsFor(ctx: ScopedContext): SQL | undefined {
  const others = ne(affiliations.personId, ctx.actor.personId);
  return and(isUnanswered, inArray(affiliations.organisationId, ctx.scopeIds), others);
}

function select(db: Reader, where: SQL | undefined) {
  const { legalFirst, legalLast, preferredName } = persons;
  return db
    .select({
      affiliation: affiliations,
      organisation: organisations.name,
      person: { legalFirst, legalLast, preferredName },
    })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .where(where);
}

type Row = ReturnType<ReturnType<typeof select>["all"]>[number];

function describe({ affiliation, organisation, person }: Row): WaitingAffiliation {
  const { id, roleKind, title, employeeId, building, fromDate, toDate } = affiliation;
  return { id, name: staffNameOf(person), organisation, building, roleKind, title, employeeId, fromDate, toDate };
}
