import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { exportFiles, exportRuns } from "#drizzle/schema/staff/exports";
import { type ExportFilter, listDuePeople, listLinesOf } from "~/hr/exports/export-rows.server";
import { makeExport } from "~/hr/exports/making/make-export.server";
import { type ExportInput, orderExport } from "~/hr/exports/making/order-export.server";
import type { HrOrganisation } from "~/hr/hr-scope.server";
import { findScope, type ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { pathOf } from "~/platform/files/bytes.server";
import type { Once } from "~/platform/http/once";
import { ok } from "~/platform/outcome";
import { setClock } from "../clock";
import { give } from "../factories";

/** The bytes of an export as they lie on the disk. */
export function bytesOfExport(db: Database, exportId: string): Buffer {
  const { fileHash } = db.select().from(exportFiles).where(eq(exportFiles.exportId, exportId)).get()!;
  return readFileSync(pathOf(fileHash));
}

/** Asks for an export, a CSV unless said otherwise, and makes it at once; whoever asks becomes HR if they are not. */
export async function exportNow(
  ctx: ScopedContext,
  input: Omit<ExportInput, "format"> & Partial<Pick<ExportInput, "format">>,
  post: Once | null = null,
) {
  if (!findScope(ctx, "hr")?.scopeIds.includes(input.organisationId))
    give(ctx.db, ctx.actor as never, "hr", input.organisationId);
  setClock(ctx.now);
  const ordered = orderExport(ctx, { format: "csv", ...input }, post);
  if (!ordered.ok) return ordered;
  await makeExport(ctx, ordered.value.runId);
  const run = ctx.db.select().from(exportRuns).where(eq(exportRuns.id, ordered.value.runId)).get()!;
  if (run.exportId === null) throw new Error(`${run.state}: ${run.answer}`);
  const bytes = bytesOfExport(ctx.db, run.exportId);
  return ok({ runId: run.id, exportId: run.exportId, rows: run.rows, bytes, csv: bytes.toString("utf8") });
}

/** The lines that an export would hold now. */
export const listExportLines = (db: Database, organisation: HrOrganisation, filter: ExportFilter) =>
  listLinesOf(db, organisation, filter, listDuePeople(db, organisation, filter));
