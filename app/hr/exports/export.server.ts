import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { hrExportLines, hrExports } from "#drizzle/schema/hr";
import { persons } from "#drizzle/schema/people";
import { displayNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { sha256 } from "~/platform/secrets/codes.server";
import { inReading, inTransaction, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/http/responses.server";
import { writeExportFile } from "./export-file.server";
import { type ExportFilter, listExportLines, listLinesOfExport } from "./export-rows.server";
import { chooseOrganisation, type HrOrganisation, listMyOrganisations } from "~/hr/hr-scope.server";

/** S4: an export that was made. */
export interface PastExport {
  id: string;
  madeAt: number;
  madeBy: string;
  from: string | null;
  to: string | null;
  onlyNew: boolean;
  rows: number;
  fileHash: string;
}

const HISTORY_LIMIT = 50;
const LINES_AT_ONCE = 500;

/** A file for HR, and which of its rows it is. */
export interface ExportedFile {
  exportId: string;
  organisation: HrOrganisation;
  csv: string;
  rows: number;
}

/**
 * Exports what the people of one of the actor's organisations completed while they belonged to it (S1, S3), and records
 * which versions of which credits were given out, when, by whom (S4). Refused when there is nothing to give.
 */
export function exportCredits(
  ctx: ScopedContext,
  input: ExportFilter & { organisationId: string },
): Outcome<ExportedFile, "unknown-organisation" | "nothing-to-export"> {
  const { organisationId, ...filter } = input;
  const organisation = listMyOrganisations(ctx).find((mine) => mine.id === organisationId);
  if (!organisation) return refuse("unknown-organisation");
  return inTransaction(ctx.db, (tx) => {
    const lines = listExportLines(tx, organisation, filter);
    if (lines.length === 0) return refuse("nothing-to-export");
    const csv = writeExportFile(lines.map((line) => line.row));
    const exportId = newId();
    const personIds = lines.map(({ personId }) => personId);
    insertExport(tx, ctx, { id: exportId, organisationId, ...filter, fileHash: sha256(csv), personIds });
    insertLines(
      tx,
      exportId,
      lines.map((line) => line.creditId),
    );
    return ok({ exportId, organisation, csv, rows: lines.length });
  });
}

/**
 * The rows of an earlier export of one of the actor's organisations again (S4), with what is known of the people today.
 * Audited (P5).
 * @throws Response 404 when it is not theirs
 */
export function repeatExport(ctx: ScopedContext, exportId: string): ExportedFile & { madeAt: number } {
  const mine = listMyOrganisations(ctx);
  return inReading(ctx.db, (tx) => {
    const made = tx
      .select()
      .from(hrExports)
      .where(and(eq(hrExports.id, exportId), inArray(hrExports.organisationId, ctx.scopeIds)))
      .get();
    if (!made) throw notFound();
    const organisation = chooseOrganisation(mine, made.organisationId);
    const lines = listLinesOfExport(tx, organisation, exportId);
    recordReading(ctx, {
      action: "hr.export-repeated",
      subjectId: exportId,
      personIds: lines.map(({ personId }) => personId),
    });
    const csv = writeExportFile(lines.map((line) => line.row));
    return { exportId, organisation, csv, rows: lines.length, madeAt: made.madeAt };
  });
}

/** The newest exports of one of the actor's organisations. */
export function listExports(ctx: ScopedContext, organisation: HrOrganisation): PastExport[] {
  return ctx.db
    .select({
      export: hrExports,
      person: persons,
      rows: sql<number>`(select count(*) from ${hrExportLines} where ${hrExportLines.exportId} = ${hrExports.id})`,
    })
    .from(hrExports)
    .innerJoin(persons, eq(persons.id, hrExports.madeBy))
    .where(and(eq(hrExports.organisationId, organisation.id), inArray(hrExports.organisationId, ctx.scopeIds)))
    .orderBy(desc(hrExports.madeAt), desc(hrExports.id))
    .limit(HISTORY_LIMIT)
    .all()
    .map(({ export: made, person, rows }) => ({
      id: made.id,
      madeAt: made.madeAt,
      madeBy: displayNameOf(person),
      from: made.fromDate,
      to: made.toDate,
      onlyNew: made.onlyNew,
      rows,
      fileHash: made.fileHash,
    }));
}

function insertExport(
  tx: Transaction,
  ctx: ScopedContext,
  input: ExportFilter & { id: string; organisationId: string; fileHash: string; personIds: string[] },
): void {
  const { id, organisationId, from, to, onlyNew, fileHash, personIds } = input;
  tx.insert(hrExports)
    .values({
      id,
      organisationId,
      madeAt: ctx.now,
      madeBy: ctx.actor.personId,
      fromDate: from,
      toDate: to,
      onlyNew,
      fileHash,
    })
    .run();
  recordAudit(tx, ctx, {
    action: "hr.exported",
    subjectId: id,
    personIds,
    detail: { organisationId, from, to, onlyNew, fileHash },
  });
}

function insertLines(tx: Transaction, exportId: string, creditIds: string[]): void {
  for (let start = 0; start < creditIds.length; start += LINES_AT_ONCE) {
    const values = creditIds.slice(start, start + LINES_AT_ONCE).map((creditId) => ({ exportId, creditId }));
    tx.insert(hrExportLines).values(values).run();
  }
}
