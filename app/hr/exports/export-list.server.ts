import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { hrExportLines, hrExports } from "#drizzle/schema/hr";
import { organisations, persons } from "#drizzle/schema/people";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { displayNameOf } from "~/people/persons/name";
import { isNamedBy } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { everyWord } from "~/platform/database/contains.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { fromDay, untilDay } from "~/platform/database/zone-date.server";
import { formatDateTime } from "~/platform/format";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { EXPORT_LIST } from "./export-list";
import { datesInWords } from "./export-words";

export type ExportListRow = ReturnType<typeof describe>;

const lines = sql<number>`(select count(*) from ${hrExportLines} where ${hrExportLines.exportId} = ${hrExports.id})`;

/** S4: every export of the actor's organisations. It tells no record of a person, only which colleague made it. */
export function exportSource(ctx: ScopedContext): ListSource<ExportListRow> {
  const { timeZone } = getHomeProvider(ctx.db);
  return {
    shape: EXPORT_LIST,
    tie: hrExports.id,
    order: {
      made: [hrExports.madeAt],
      organisation: [lettersOf(organisations.name)],
      by: [persons.sortName],
      rows: [lines],
    },
    where: {
      q: (typed) => everyWord(typed, (word) => isNamedBy(persons.id, word, ["names"])),
      organization: (id) => eq(hrExports.organisationId, id),
      rows: (which) => eq(hrExports.onlyNew, which === "new"),
      from: (day) => fromDay(hrExports.madeAt, day, timeZone),
      to: (day) => untilDay(hrExports.madeAt, day, timeZone),
    },
    ...rowsOf(ctx.db, (where) => selectExports(ctx, where), {
      describe: (rows) => rows.map((row) => describe(row, timeZone)),
    }),
    cells: {
      made: (row) => formatDateTime(row.madeAt, row.timeZone),
      organisation: (row) => row.organisation,
      by: (row) => row.madeBy,
      what: datesInWords,
      rows: (row) => row.rows,
      hash: (row) => row.fileHash,
    },
  };
}

function selectExports(ctx: ScopedContext, where: SQL | undefined) {
  return ctx.db
    .select({ export: hrExports, organisation: organisations.name, person: persons, rows: lines.as("lines_here") })
    .from(hrExports)
    .innerJoin(organisations, eq(organisations.id, hrExports.organisationId))
    .innerJoin(persons, eq(persons.id, hrExports.madeBy))
    .where(and(inArray(hrExports.organisationId, ctx.scopeIds), where));
}

type JoinedExport = ReturnType<ReturnType<typeof selectExports>["all"]>[number];

function describe({ export: made, organisation, person, rows }: JoinedExport, timeZone: string) {
  const { id, madeAt, fromDate, toDate, onlyNew, fileHash } = made;
  const what = { from: fromDate, to: toDate, onlyNew };
  return { id, madeAt, timeZone, organisation, madeBy: displayNameOf(person), ...what, rows, fileHash };
}
