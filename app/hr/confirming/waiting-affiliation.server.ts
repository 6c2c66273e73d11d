import { and, asc, count, desc, eq, gt, gte, inArray, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { affiliations, organisations, persons } from "#drizzle/schema/people";
import { isUnanswered } from "~/people/affiliations/affiliation.server";
import { staffNameOf } from "~/people/persons/name";
import { isNamedBy, NAMED } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { ROLE_KIND_LABELS } from "~/people/roles/role";
import { recordReading } from "~/platform/audit/reading-log.server";
import { everyWord, holdsTyped } from "~/platform/database/contains.server";
import type { Reader } from "~/platform/database/database.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { inAll, newest } from "~/platform/database/newest.server";
import { countOf } from "~/platform/database/rows.server";
import { formatAge } from "~/platform/format";
import { PAGE_SIZE } from "~/platform/http/responses.server";
import { ageSince, type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { saidBy } from "./affiliation-answer.server";
import { TO_CONFIRM_LIST } from "./to-confirm-list";
import type { AnsweredAffiliation, WaitingAffiliation } from "./waiting-affiliation";

/**
 * What people say of themselves and the actor's organisations are to answer, oldest statement first. It tells no hours:
 * those belong to HR once it is confirmed. Looking is audited (P5).
 */
export function toConfirmSource(ctx: ScopedContext): ListSource<WaitingAffiliation> {
  const waiting = (where: SQL | undefined) => select(ctx.db, and(waitsFor(ctx), where));
  return {
    shape: TO_CONFIRM_LIST,
    tie: affiliations.id,
    order: {
      name: [persons.sortName],
      organisation: [lettersOf(organisations.name)],
      school: [lettersOf(sql`coalesce(${affiliations.building}, '')`)],
      role: [affiliations.roleKind],
      employee: [affiliations.employeeId],
      from: [affiliations.fromDate],
      age: [ageSince(affiliations.createdAt)],
    },
    where: {
      q: (typed) =>
        everyWord(typed, (word) =>
          or(
            isNamedBy(persons.id, word, ["names"]),
            holdsTyped(word, affiliations.building, affiliations.employeeId, affiliations.title),
          ),
        ),
      organization: (id) => eq(organisations.id, id),
      role: (kind) => sql`${affiliations.roleKind} = ${kind}`,
      on: (day) => and(lte(affiliations.fromDate, day), or(isNull(affiliations.toDate), gte(affiliations.toDate, day))),
    },
    ...rowsOf(ctx.db, waiting, {
      id: ({ affiliation }) => affiliation.id,
      describe: (rows) => {
        recordRead(ctx, rows);
        return rows.map((row) => describe(row, ctx.now));
      },
    }),
    cells: {
      name: (row) => row.name,
      organisation: (row) => row.organisation,
      school: (row) => row.building,
      role: (row) => ROLE_KIND_LABELS[row.roleKind],
      employee: (row) => row.employeeId,
      from: (row) => row.fromDate,
      to: (row) => row.toDate,
      age: (row) => formatAge(row.age),
      title: (row) => row.title,
    },
  };
}

const MOST_ANSWERED = 1_000;

const saidAt = sql<number>`coalesce(${affiliations.confirmedAt}, ${affiliations.disownedAt})`;

/**
 * What the actor answered in the last 30 days, latest first, and of how many people. Looking is audited (P5).
 * @param all more of it than a page
 */
export function listAnswered(ctx: ScopedContext, all = false) {
  const rows = select(ctx.db, mineSaid(ctx))
    .orderBy(desc(saidAt), asc(affiliations.id))
    .limit(all ? MOST_ANSWERED : PAGE_SIZE)
    .all();
  if (rows.length > 0) recordRead(ctx, rows);
  return {
    answeredTotal: countAffiliations(ctx.db, mineSaid(ctx)),
    answered: rows.map((row): AnsweredAffiliation => {
      const { confirmedAt, disownedAt } = row.affiliation;
      return { ...describe(row, ctx.now), confirmedAt, disownedAt };
    }),
  };
}

/**
 * Of how many people, more than one, the actor said something at one moment of the last 30 days; latest first.
 * @param all more of these moments than a page
 */
export function listBatches(ctx: ScopedContext, all = false) {
  const rows = ctx.db
    .select({ inAll, at: saidAt, people: count(), ours: count(affiliations.confirmedAt) })
    .from(affiliations)
    .where(mineSaid(ctx))
    .groupBy(saidAt)
    .having(gt(count(), 1))
    .orderBy(desc(saidAt))
    .limit(all ? MOST_ANSWERED : PAGE_SIZE)
    .all();
  return newest(rows);
}

/** The affiliations of which the actor said something at that moment. */
export function listBatch(ctx: ScopedContext, at: number): string[] {
  return ctx.db
    .select({ id: affiliations.id })
    .from(affiliations)
    .where(and(mineSaid(ctx), eq(saidAt, at)))
    .all()
    .map(({ id }) => id);
}

const mineSaid = (ctx: ScopedContext): SQL | undefined =>
  and(inArray(affiliations.organisationId, ctx.scopeIds), saidBy(ctx));

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

function recordRead(ctx: ScopedContext, rows: readonly Row[]): void {
  recordReading(ctx, {
    action: "hr.affiliations-listed",
    subjectId: ctx.actor.personId,
    personIds: rows.map(({ affiliation }) => affiliation.personId),
    detail: { organisationIds: ctx.scopeIds },
  });
}

function select(db: Reader, where: SQL | undefined) {
  return db
    .select({
      affiliation: affiliations,
      organisation: organisations.name,
      person: NAMED,
    })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .where(where);
}

type Row = ReturnType<ReturnType<typeof select>["all"]>[number];

function describe({ affiliation, organisation, person }: Row, now: number): WaitingAffiliation {
  const { id, roleKind, title, employeeId, building, fromDate, toDate, createdAt } = affiliation;
  const named = { id, name: staffNameOf(person), organisation, building };
  return { ...named, roleKind, title, employeeId, fromDate, toDate, age: now - createdAt };
}
