import { eq, or, type SQL, sql } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { persons } from "#drizzle/schema/people";
import { isNamedBy } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { everyWord, holdsTyped } from "~/platform/database/contains.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { fromDay, untilDay } from "~/platform/database/zone-date.server";
import { formatHours, formatMoney } from "~/platform/format";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { type Billable, employedBy, listBillable, listEmployers } from "./billable.server";
import { BILLABLE_LIST } from "./billable-list";

export type BillableRow = ReturnType<typeof describe>;

/**
 * Claims of the actor's providers whose fee can be put on an invoice now: to their people, or to the district that an
 * address names. What each owes is reckoned, not stored, so that all are read before any are shown.
 */
export function billableSource(ctx: ScopedContext, search: URLSearchParams): ListSource<BillableRow> {
  return sourceOf(ctx, search, listBillable(ctx.db, ctx));
}

/** The same with the districts that can be billed, as options. */
export function readBillable(ctx: ScopedContext, search: URLSearchParams) {
  const all = listBillable(ctx.db, ctx);
  return { source: sourceOf(ctx, search, all), employers: listEmployers(ctx.db, all) };
}

function sourceOf(ctx: ScopedContext, search: URLSearchParams, all: Billable[]): ListSource<BillableRow> {
  const organisationId = search.get("to");
  const fitting = organisationId ? employedBy(ctx.db, organisationId, all) : all.filter(({ promised }) => !promised);
  const byId = new Map(fitting.map((row) => [row.claim.id, row]));
  const fees = JSON.stringify(fitting.map(({ claim, cents }) => ({ id: claim.id, cents })));
  const fee = sql<number>`json_extract(fee.value, '$.cents')`;
  const select = (where: SQL | undefined) =>
    ctx.db
      .select({ claimId: claims.id, person: persons })
      .from(claims)
      .innerJoin(sql`json_each(${fees}) fee`, sql`json_extract(fee.value, '$.id') = ${claims.id}`)
      .innerJoin(offerings, eq(offerings.id, claims.offeringId))
      .innerJoin(courses, eq(courses.id, offerings.courseId))
      .innerJoin(persons, eq(persons.id, claims.personId))
      .where(where);
  return {
    shape: BILLABLE_LIST,
    tie: claims.id,
    order: {
      name: [persons.sortName],
      title: [lettersOf(courses.title)],
      number: [offerings.inServiceNumber],
      completed: [offerings.endsAt],
      hours: [claims.requestedMinutes],
      fee: [fee],
    },
    where: {
      q: (typed) =>
        everyWord(typed, (word) =>
          or(isNamedBy(persons.id, word, ["names"]), holdsTyped(word, courses.title, offerings.inServiceNumber)),
        ),
      // Which claims there are rests on it already.
      to: () => undefined,
      from: (day) => fromDay(offerings.endsAt, day, offerings.timeZone),
      until: (day) => untilDay(offerings.endsAt, day, offerings.timeZone),
    },
    ...rowsOf(ctx.db, select, {
      id: ({ claimId }) => claimId,
      describe: (rows) => {
        const personIds = rows.map(({ person }) => person.id);
        recordReading(ctx, { action: "billable.listed", subjectId: "invoices", personIds });
        return rows.map(({ claimId, person }) => describe(byId.get(claimId)!, person));
      },
    }),
    cells: {
      name: (row) => row.name,
      title: (row) => row.title,
      number: (row) => row.inServiceNumber,
      completed: (row) => row.completedOn,
      hours: (row) => formatHours(row.minutes),
      fee: (row) => formatMoney(row.cents),
      late: (row) => formatMoney(row.lateCents),
      order: (row) => (row.promised ? "Recorded" : null),
      email: (row) => row.email,
      certificate: (row) => row.certificateNumber,
    },
  };
}

function describe(row: Billable, person: Pick<typeof persons.$inferSelect, "email" | "certificateNumber">) {
  return {
    id: row.claim.id,
    personId: row.claim.personId,
    name: row.sortName,
    email: person.email,
    certificateNumber: person.certificateNumber,
    title: row.title,
    inServiceNumber: row.offering.inServiceNumber,
    completedOn: row.completedOn,
    minutes: row.claim.requestedMinutes,
    cents: row.cents,
    lateCents: row.lateCents,
    promised: row.promised,
  };
}
