import { desc, eq } from "drizzle-orm";
import { hrExports } from "#drizzle/schema/hr";
import { organisations } from "#drizzle/schema/people";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { findActor, findScope, type ScopedContext } from "~/people/roles/permission.server";
import type { Context } from "~/platform/context";
import { inTransaction, isBusy, type Reader } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import type { AssembledFile } from "~/platform/files/file-store.server";
import { forgetWritten, writeFileAsMade } from "~/platform/files/written-file.server";
import { restLater } from "~/platform/jobs/pace.server";
import { logger } from "~/platform/logging/logger.server";
import { SheetTooLong } from "~/platform/workbooks/workbook.server";
import { listDuePeople, listLinesOf, PEOPLE_AT_ONCE } from "~/hr/exports/export-rows.server";
import type { HrOrganisation } from "~/hr/hr-scope.server";
import { EXPORT_TYPES, exportFileName, writeExportFile } from "./export-file.server";
import { endRun, type ExportRun, letGo, noteProgress, takeRun } from "./export-run.server";
import { type Gathered, recordExport } from "./record-export.server";

/** It was stopped, or taken over by another process: whoever made it has nothing more to do. */
class NotOurs extends Error {}
/** The process is to end: whoever comes next begins anew. */
class Interrupted extends Error {}

/**
 * Makes an export that was asked for: lines are read in parts of some people each, between which others go on, and written to
 * a file as they come; only the record is a transaction. Where another export of the organisation was recorded meanwhile,
 * they are read anew.
 * @param signal aborted when the process is to stop
 * @returns whether it came to its end here
 */
export async function makeExport(ctx: Context, runId: string, signal?: AbortSignal): Promise<boolean> {
  const run = takeRun(ctx.db, runId);
  if (!run) return false;
  try {
    while (!(await tryToMake(ctx, run, signal)));
    return true;
  } catch (error) {
    if (error instanceof NotOurs) return false;
    if (error instanceof Interrupted || isBusy(error)) {
      inTransaction(ctx.db, (tx) => letGo(tx, run));
      if (error instanceof Interrupted) return false;
      throw error;
    }
    end(ctx, run, failureInWords(error, run));
    return true;
  }
}

const TOO_LONG = "A workbook holds 1,048,575 rows at most. Choose CSV, or a shorter period.";
const OUR_FAULT = "A fault of ours, which is in the log. Nothing was given out: ask for it again.";

function failureInWords(error: unknown, { id }: ExportRun): string {
  if (error instanceof SheetTooLong) return TOO_LONG;
  logger.error({ err: error, run: id }, "An export could not be made");
  return OUR_FAULT;
}

const end = (ctx: Context, run: ExportRun, answer: string): void =>
  void inTransaction(ctx.db, (tx) => endRun(tx, run, { state: "failed", answer }));

/** True once the run has ended; false where it has to be made anew. */
async function tryToMake(ctx: Context, run: ExportRun, signal: AbortSignal | undefined): Promise<boolean> {
  const acting = actingAs(ctx, run);
  if (!acting) {
    end(ctx, run, "Whoever asked for it may no longer export for this organization.");
    return true;
  }
  const { id, code, name } = organisations;
  const found = ctx.db.select({ id, code, name }).from(organisations).where(eq(id, run.organisationId));
  const organisation = rowOf(found, `organisation ${run.organisationId}`);
  const last = findLastExport(ctx.db, organisation);
  const gathered: Gathered = { rows: 0, creditIds: [], withdrawnIds: [], personIds: new Set() };
  const parts = readParts(ctx, { run, organisation, gathered, signal });
  const file = await writeFileAsMade(writeExportFile(run.asked, parts, ctx.now), EXPORT_TYPES[run.asked.format]);
  return keep(acting, { run, organisation, gathered, last, file });
}

interface Made {
  run: ExportRun;
  organisation: HrOrganisation;
  gathered: Gathered;
  last: string | null;
  file: AssembledFile;
}

/** Records what was made, unless it is empty, overtaken by another export, or not wanted any more. */
async function keep(ctx: ScopedContext, { run, organisation, gathered, last, file }: Made): Promise<boolean> {
  const { timeZone } = getHomeProvider(ctx.db);
  const name = exportFileName(organisation, { madeAt: ctx.now, timeZone, format: run.asked.format });
  try {
    return inTransaction(ctx.db, (tx) => {
      if (gathered.rows === 0) return endRun(tx, run, { state: "empty", answer: "There is nothing new to export." });
      if (findLastExport(tx, organisation) !== last) return false;
      const exportId = recordExport(tx, ctx, { run, gathered, file, name });
      if (!endRun(tx, run, { state: "done", exportId, rows: gathered.rows })) throw new NotOurs();
      return true;
    });
  } finally {
    await forgetWritten(file);
  }
}

/** Whoever asked for it acts, as long as they may. */
function actingAs(ctx: Context, run: ExportRun): ScopedContext | null {
  const actor = findActor(ctx.db, run.accountId);
  const { address, requestId } = run;
  const acting = actor && findScope({ ...ctx, actor, address, requestId }, "hr");
  return acting?.scopeIds.includes(run.organisationId) ? acting : null;
}

const findLastExport = (db: Reader, { id }: HrOrganisation): string | null =>
  db
    .select({ id: hrExports.id })
    .from(hrExports)
    .where(eq(hrExports.organisationId, id))
    .orderBy(desc(hrExports.id))
    .limit(1)
    .get()?.id ?? null;

interface Reading {
  run: ExportRun;
  organisation: HrOrganisation;
  gathered: Gathered;
  signal: AbortSignal | undefined;
}

/** The rows, some people's at a time; what is behind them is gathered. What is posted meanwhile for somebody who was read already is for the next export. */
async function* readParts(ctx: Context, { run, organisation, gathered, signal }: Reading) {
  const people = listDuePeople(ctx.db, organisation, run.asked);
  for (let at = 0; at < people.length; at += PEOPLE_AT_ONCE) {
    const from = performance.now();
    if (signal?.aborted) throw new Interrupted();
    const lines = listLinesOf(ctx.db, organisation, run.asked, people.slice(at, at + PEOPLE_AT_ONCE));
    for (const { creditId, personId, isFaulty, row } of lines) {
      gathered.personIds.add(personId);
      if (isFaulty || row.record === "replaced") continue;
      (row.record === "withdrawn" ? gathered.withdrawnIds : gathered.creditIds).push(creditId);
    }
    gathered.rows += lines.length;
    const done = Math.min(people.length, at + PEOPLE_AT_ONCE);
    if (!noteProgress(ctx.db, run, { total: people.length, done, rows: gathered.rows })) throw new NotOurs();
    yield lines.map(({ row }) => row);
    await restLater(performance.now() - from);
  }
}
