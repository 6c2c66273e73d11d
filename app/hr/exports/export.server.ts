import { and, desc, eq, inArray } from "drizzle-orm";
import { hrExportLines, hrExports } from "#drizzle/schema/hr";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { sha256 } from "~/platform/secrets/codes.server";
import { inReading, inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import type { Once } from "~/platform/http/once";
import { findAnswer, keepAnswer } from "~/platform/http/once.server";
import { MOST_COUNTED } from "~/platform/lists/list-limit";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/http/responses.server";
import { writeExportFile } from "./export-file.server";
import {
  countExportLines,
  type ExportFilter,
  type ExportLine,
  listExportLines,
  listLinesOfExport,
  readExportLines,
} from "./export-rows.server";
import { chooseOrganisation, type HrOrganisation, listMyOrganisations } from "~/hr/hr-scope.server";

const LINES_AT_ONCE = 500;

/** What the form of an export is about. */
const ONCE_EXPORT = "hr-export";

/** A file for HR, and which of its rows it is. */
export interface ExportedFile {
  exportId: string;
  organisation: HrOrganisation;
  csv: string;
  rows: number;
}

interface ExportInput extends ExportFilter {
  organisationId: string;
}

/**
 * Exports what the people of one of the actor's organisations completed while they belonged to it (S1, S3), and records
 * which versions of which credits were given out, when, by whom (S4). Refused when there is nothing to give. In one
 * transaction, for as many rows as are counted.
 * @param post by which a second post of the same form is known: it is given the same rows, and nothing is recorded anew
 */
export function exportCredits(
  ctx: ScopedContext,
  input: ExportInput,
  post: Once | null = null,
): Outcome<ExportedFile, "unknown-organisation" | "nothing-to-export"> {
  const organisation = findMine(ctx, input);
  if (!organisation) return refuse("unknown-organisation");
  return inTransaction(ctx.db, (tx) => {
    const earlier = findEarlier(tx, ctx, organisation, post);
    return earlier ?? record(tx, ctx, { organisation, input, post, lines: listExportLines(tx, organisation, input) });
  });
}

/**
 * The same for any number of rows: tens of thousands are read in parts, between which pages go on, and only the record is
 * a transaction. Where another export of the organisation was made meanwhile, they are read anew.
 */
export async function exportAnyCredits(
  ctx: ScopedContext,
  input: ExportInput,
  post: Once | null = null,
): ReturnType<typeof exportInParts> {
  const organisation = findMine(ctx, input);
  if (!organisation) return refuse("unknown-organisation");
  return countExportLines(ctx.db, organisation, input) > MOST_COUNTED
    ? exportInParts(ctx, organisation, input, post)
    : exportCredits(ctx, input, post);
}

async function exportInParts(
  ctx: ScopedContext,
  organisation: HrOrganisation,
  input: ExportInput,
  post: Once | null,
): Promise<ReturnType<typeof exportCredits>> {
  for (;;) {
    const last = findLastExport(ctx.db, organisation);
    const lines = await readExportLines(ctx.db, organisation, input);
    const outcome = inTransaction(ctx.db, (tx) => {
      const earlier = findEarlier(tx, ctx, organisation, post);
      if (earlier) return earlier;
      const isOvertaken = findLastExport(tx, organisation) !== last;
      return isOvertaken ? null : record(tx, ctx, { organisation, input, post, lines });
    });
    if (outcome) return outcome;
  }
}

const findMine = (ctx: ScopedContext, { organisationId }: ExportInput): HrOrganisation | undefined =>
  listMyOrganisations(ctx).find((mine) => mine.id === organisationId);

/** What the same post was given before. */
function findEarlier(tx: Transaction, ctx: ScopedContext, organisation: HrOrganisation, post: Once | null) {
  const earlier = findAnswer<{ value: string }>(tx, ctx, ONCE_EXPORT, post);
  return earlier ? ok(readExport(tx, organisation, earlier.value)) : null;
}

interface Recorded {
  organisation: HrOrganisation;
  input: ExportInput;
  post: Once | null;
  lines: ExportLine[];
}

function record(
  tx: Transaction,
  ctx: ScopedContext,
  { organisation, input, post, lines }: Recorded,
): Outcome<ExportedFile, "nothing-to-export"> {
  const { organisationId, ...filter } = input;
  if (lines.length === 0) return refuse("nothing-to-export");
  const csv = writeExportFile(lines.map((line) => line.row));
  const exportId = newId();
  const personIds = lines.map(({ personId }) => personId);
  insertExport(tx, ctx, { id: exportId, organisationId, ...filter, fileHash: sha256(csv), personIds });
  insertLines(
    tx,
    exportId,
    lines.filter(({ isFaulty }) => !isFaulty).map(({ creditId }) => creditId),
  );
  keepAnswer(tx, ctx, ONCE_EXPORT, post, ok(exportId));
  return ok({ exportId, organisation, csv, rows: lines.length });
}

const findLastExport = (db: Reader, organisation: HrOrganisation): string | null =>
  db
    .select({ id: hrExports.id })
    .from(hrExports)
    .where(eq(hrExports.organisationId, organisation.id))
    .orderBy(desc(hrExports.id))
    .limit(1)
    .get()?.id ?? null;

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
    const { personIds, ...file } = readExport(tx, organisation, exportId);
    recordReading(ctx, { action: "hr.export-repeated", subjectId: exportId, personIds });
    return { ...file, madeAt: made.madeAt };
  });
}

/** The rows of an export that was made, with what is known of the people today. */
function readExport(db: Reader, organisation: HrOrganisation, exportId: string) {
  const lines = listLinesOfExport(db, organisation, exportId);
  const csv = writeExportFile(lines.map((line) => line.row));
  return { exportId, organisation, csv, rows: lines.length, personIds: lines.map(({ personId }) => personId) };
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
