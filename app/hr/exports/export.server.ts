import { and, eq, inArray } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { storedFiles } from "#drizzle/schema/files";
import { hrExportLines, hrExports } from "#drizzle/schema/hr";
import { exportFiles } from "#drizzle/schema/staff/exports";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { inReading, type Reader } from "~/platform/database/database.server";
import type { StoredFile } from "~/platform/files/file-store.server";
import { notFound } from "~/platform/http/responses.server";
import { writeCsv } from "~/platform/lists/csv.server";
import { chooseOrganisation, listMyOrganisations } from "~/hr/hr-scope.server";
import { EXPORT_COLUMNS } from "./export-row";
import { listLinesOfExport } from "./export-rows.server";
import { exportFileName } from "./making/export-file.server";

/** An export as it is fetched again: the file that was given out; or, of earlier times, its rows with what is known today. */
export type GivenExport = { name: string } & ({ file: StoredFile; csv?: never } | { file?: never; csv: string });

/**
 * An earlier export of one of the actor's organisations again (S4). Audited (P5).
 * @throws Response 404 when it is not theirs
 */
export function repeatExport(ctx: ScopedContext, exportId: string): GivenExport {
  const mine = listMyOrganisations(ctx);
  return inReading(ctx.db, (tx) => {
    const made = tx
      .select()
      .from(hrExports)
      .where(and(eq(hrExports.id, exportId), inArray(hrExports.organisationId, ctx.scopeIds)))
      .get();
    if (!made) throw notFound();
    const kept = findFile(tx, exportId);
    if (kept) {
      recordReading(ctx, {
        action: "hr.export-repeated",
        subjectId: exportId,
        personIds: listPeopleOf(tx, exportId),
      });
      return kept;
    }
    const organisation = chooseOrganisation(mine, made.organisationId);
    const lines = listLinesOfExport(tx, organisation, exportId);
    recordReading(ctx, {
      action: "hr.export-repeated",
      subjectId: exportId,
      personIds: lines.map(({ personId }) => personId),
    });
    const { timeZone } = getHomeProvider(tx);
    const csv = writeCsv(
      lines.map(({ row }) => row),
      EXPORT_COLUMNS,
    );
    return { csv, name: exportFileName(organisation, { madeAt: made.madeAt, timeZone, format: "csv" }) };
  });
}

/**
 * The file of one of a district's exports as it was given out, and whose records are in it; null where it is not theirs, or
 * has no file.
 */
export function findExportFile(db: Reader, organisationId: string, exportId: string) {
  const theirs = and(eq(hrExports.id, exportId), eq(hrExports.organisationId, organisationId));
  const found = db.select({ id: hrExports.id }).from(hrExports).where(theirs).get();
  const kept = found ? findFile(db, exportId) : null;
  return kept && { ...kept, personIds: listPeopleOf(db, exportId) };
}

/** The file of an export; null for one of earlier times, of which only the lines are known. */
function findFile(db: Reader, exportId: string): { name: string; file: StoredFile } | null {
  const row = db
    .select({ name: exportFiles.name, file: storedFiles })
    .from(exportFiles)
    .innerJoin(storedFiles, eq(storedFiles.sha256, exportFiles.fileHash))
    .where(eq(exportFiles.exportId, exportId))
    .get();
  return row ?? null;
}

const listPeopleOf = (db: Reader, exportId: string): string[] =>
  db
    .selectDistinct({ id: credits.personId })
    .from(hrExportLines)
    .innerJoin(credits, eq(credits.id, hrExportLines.creditId))
    .where(eq(hrExportLines.exportId, exportId))
    .all()
    .map(({ id }) => id);
