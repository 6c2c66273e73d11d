import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { billableClaims } from "#drizzle/schema/billing";
import { courses, offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { persons } from "#drizzle/schema/people";
import type { ProviderPolicy } from "~/catalog/providers/provider-policy";
import { isNamedBy, LISTED } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { everyWord, holdsTyped } from "~/platform/database/contains.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { fromDay, untilDay, zoneDate } from "~/platform/database/zone-date.server";
import { formatHours, formatMoney } from "~/platform/format";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { type Billable, isBillable, isEmployedBy, listBillable } from "./billable.server";
import { BILLABLE_LIST } from "./billable-list";

export type BillableRow = ReturnType<typeof describe>;

/**
 * Claims of the actor's providers whose fee can be put on an invoice now: to their people, or to the district that an
 * address names. What each costs today is reckoned for those that are shown; an order by it reckons for all.
 */
export function billableSource(ctx: ScopedContext, search: URLSearchParams): ListSource<BillableRow> {
  const organisationId = search.get("to");
  const mine = and(
    isBillable(ctx.db, ctx),
    organisationId ? isEmployedBy(ctx.db, organisationId) : eq(billableClaims.promised, false),
  );
  // Each has them all; but who counts need not look them up, as SQLite sees in left joins.
  const select = (where: SQL | undefined) =>
    ctx.db
      .select({ claimId: billableClaims.claimId, person: LISTED })
      .from(billableClaims)
      .leftJoin(claims, eq(claims.id, billableClaims.claimId))
      .leftJoin(offerings, eq(offerings.id, claims.offeringId))
      .leftJoin(courses, eq(courses.id, offerings.courseId))
      .leftJoin(persons, eq(persons.id, billableClaims.personId))
      .where(and(mine, where));
  return {
    shape: BILLABLE_LIST,
    tie: billableClaims.claimId,
    order: {
      name: [billableClaims.sortName],
      title: [lettersOf(courses.title)],
      number: [offerings.inServiceNumber],
      completed: [offerings.endsAt],
      hours: [claims.requestedMinutes],
      fee: [centsOn(ctx.now)],
    },
    where: {
      q: (typed) =>
        everyWord(typed, (word) =>
          or(
            isNamedBy(billableClaims.personId, word, ["names"]),
            holdsTyped(word, courses.title, offerings.inServiceNumber),
          ),
        ),
      // Asked above: without it, orders of districts are left out.
      to: () => undefined,
      from: (day) => fromDay(offerings.endsAt, day, offerings.timeZone),
      until: (day) => untilDay(offerings.endsAt, day, offerings.timeZone),
    },
    ...rowsOf(ctx.db, select, {
      id: ({ claimId }) => claimId,
      describe: (rows) => {
        const personIds = rows.map(({ person }) => person!.id);
        recordReading(ctx, { action: "billable.listed", subjectId: "invoices", personIds });
        const claimIds = rows.map(({ claimId }) => claimId);
        const byId = new Map(listBillable(ctx.db, ctx, claimIds).map((row) => [row.claim.id, row]));
        return rows.map(({ claimId, person }) => describe(byId.get(claimId)!, person!));
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

/** What a claim costs who pays at an instant, in cents: as `feeCents` says. */
function centsOn(now: number): SQL {
  const of = (field: keyof ProviderPolicy) => sql`json_extract(${offerings.policy}, ${`$.${field}`})`;
  const days = sql`julianday(${zoneDate(sql`${now}`, offerings.timeZone)})
    - julianday(${zoneDate(offerings.endsAt, offerings.timeZone)})`;
  return sql`${billableClaims.cents} + case when not ${billableClaims.promised} and ${days} > ${of("lateAfterDays")}
    then (2 * ${billableClaims.cents} * ${of("latePercent")} + 100) / 200 else 0 end`;
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
