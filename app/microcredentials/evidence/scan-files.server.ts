import path from "node:path";
import { and, asc, eq, lte } from "drizzle-orm";
import { portfolioFileScans } from "#drizzle/schema/microcredentials/evidence";
import { portfolioFiles, portfolios } from "#drizzle/schema/microcredentials/portfolios";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { env } from "~/platform/env.server";
import { pathOf } from "~/platform/files/bytes.server";
import { logger } from "~/platform/logging/logger.server";
import { now } from "~/platform/time/clock.server";
import { nextScanAt, verdictOf } from "./scan";
import { runScan } from "./scan-command.server";

/** How long a command may take for one file. */
const LIMIT_MS = 10 * 60_000;
const BATCH = 100;

/** What came of the files that waited. */
export interface Scanned {
  clean: number;
  refused: number;
  putOff: number;
}

/**
 * Lets the operator's command look at every file that waits and is due, one after another. A file is claimed by moving its next
 * try, so that of many processes one looks; one that ended on the way lets it be tried again after the time limit.
 */
export async function scanWaiting(
  ctx: Context,
  { signal, limitMs = LIMIT_MS }: { signal?: AbortSignal | undefined; limitMs?: number } = {},
): Promise<Scanned> {
  const counts: Scanned = { clean: 0, refused: 0, putOff: 0 };
  const command = env.EVIDENCE_SCAN_COMMAND;
  if (!command) return counts;
  for (const scan of listDue(ctx)) {
    if (signal?.aborted) break;
    const tries = claim(ctx, scan, now() + 2 * limitMs);
    if (tries === null) continue;
    const { code, output } = await runScan(command, path.resolve(pathOf(scan.fileHash)), { signal, limitMs });
    const verdict = signal?.aborted ? null : verdictOf(code, output);
    if (verdict) counts[verdict.verdict] += decide(ctx, scan.fileId, verdict);
    else {
      counts.putOff++;
      putOff(ctx, scan.fileId, tries);
      logger.warn({ file: scan.fileHash, code, tries }, "A file could not be checked and waits");
    }
  }
  return counts;
}

type Due = ReturnType<typeof listDue>[number];

function listDue(ctx: Context) {
  const due = and(eq(portfolioFileScans.verdict, "waiting"), lte(portfolioFileScans.nextTryAt, ctx.now));
  const { fileId, tries, nextTryAt } = portfolioFileScans;
  return ctx.db
    .select({ fileId, tries, nextTryAt, fileHash: portfolioFiles.fileHash })
    .from(portfolioFileScans)
    .innerJoin(portfolioFiles, eq(portfolioFiles.id, portfolioFileScans.fileId))
    .where(due)
    .orderBy(asc(portfolioFileScans.nextTryAt))
    .limit(BATCH)
    .all();
}

/** How often it was tried, this time included; null where another process has it. */
function claim(ctx: Context, { fileId, nextTryAt, tries }: Due, until: number): number | null {
  const still = and(
    eq(portfolioFileScans.fileId, fileId),
    eq(portfolioFileScans.verdict, "waiting"),
    eq(portfolioFileScans.nextTryAt, nextTryAt),
  );
  const claimed = { nextTryAt: until, tries: tries + 1 };
  return ctx.db.update(portfolioFileScans).set(claimed).where(still).run().changes === 1 ? tries + 1 : null;
}

const waiting = (fileId: string) =>
  and(eq(portfolioFileScans.fileId, fileId), eq(portfolioFileScans.verdict, "waiting"));

function putOff(ctx: Context, fileId: string, tries: number): void {
  ctx.db
    .update(portfolioFileScans)
    .set({ nextTryAt: nextScanAt(tries, now()) })
    .where(waiting(fileId))
    .run();
}

function decide(ctx: Context, fileId: string, said: NonNullable<ReturnType<typeof verdictOf>>): number {
  return inTransaction(ctx.db, (tx) => {
    const { changes } = tx
      .update(portfolioFileScans)
      .set({ ...said, decidedAt: now() })
      .where(waiting(fileId))
      .run();
    if (changes === 0 || said.verdict === "clean") return changes;
    const file = rowOf(
      tx
        .select({ name: portfolioFiles.name, portfolioId: portfolios.id, personId: portfolios.personId })
        .from(portfolioFiles)
        .innerJoin(portfolios, eq(portfolios.id, portfolioFiles.portfolioId))
        .where(eq(portfolioFiles.id, fileId)),
      "file",
    );
    const { portfolioId: subjectId, personId, name } = file;
    const detail = { name, reason: said.reason };
    recordAudit(tx, ctx, { action: "portfolio.file-quarantined", subjectId, personId, detail });
    return changes;
  });
}
