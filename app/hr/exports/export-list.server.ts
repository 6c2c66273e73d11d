import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { storedFiles } from "#drizzle/schema/files";
import { hrExportLines, hrExports } from "#drizzle/schema/hr";
import { organisations, persons } from "#drizzle/schema/people";
import { exportFiles } from "#drizzle/schema/staff/exports";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { displayNameOf } from "~/people/persons/name";
import { isNamedBy, NAMED } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { everyWord } from "~/platform/database/contains.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { fromDay, untilDay } from "~/platform/database/zone-date.server";
import { formatDateTime } from "~/platform/format";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { EXPORT_LIST } from "./export-list";
import { askedInWords, fileInWords } from "./export-words";

export type ExportListRow = ReturnType<typeof describe>;

/** As many as the file has; of earlier times, as many as are on record. */
const lines = sql<number>`coalesce(${exportFiles.rows},
  (select count(*) from ${hrExportLines} where ${hrExportLines.exportId} = ${hrExports.id}))`;

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
      what: askedInWords,
      file: (row) => fileInWords(row.format, row.size),
      rows: (row) => row.rows,
      hash: (row) => row.fileHash,
    },
  };
}

function selectExports(ctx: ScopedContext, where: SQL | undefined) {
  return ctx.db
    .select({
      export: hrExports,
      organisation: organisations.name,
      person: NAMED,
      rows: lines.as("lines_here"),
      file: exportFiles,
      size: storedFiles.size,
    })
    .from(hrExports)
    .leftJoin(exportFiles, eq(exportFiles.exportId, hrExports.id))
    .leftJoin(storedFiles, eq(storedFiles.sha256, exportFiles.fileHash))
    .innerJoin(organisations, eq(organisations.id, hrExports.organisationId))
    .innerJoin(persons, eq(persons.id, hrExports.madeBy))
    .where(and(inArray(hrExports.organisationId, ctx.scopeIds), where));
}

type JoinedExport = ReturnType<ReturnType<typeof selectExports>["all"]>[number];

function describe({ export: made, organisation, person, rows, file, size }: JoinedExport, timeZone: string) {
  const { id, madeAt, fromDate, toDate, onlyNew, fileHash } = made;
  const asked = file?.asked ?? null;
  return {
    ...{ id, madeAt, timeZone, organisation, madeBy: displayNameOf(person), rows, fileHash, size },
    ...{ from: fromDate, to: toDate, onlyNew },
    chosen: asked?.personIds?.length ?? null,
    layout: asked?.layout?.name ?? null,
    format: asked?.format ?? ("csv" as const),
  };
}
