import { eq } from "drizzle-orm";
import { portfolioFileScans } from "#drizzle/schema/microcredentials/evidence";
import type { Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { env } from "~/platform/env.server";
import type { HeldBack, ScanVerdict } from "./scan";

/** Lets a file wait for the operator's command, in the transaction that names it. Without a command nothing waits. */
export function expectScan(tx: Transaction, ctx: Context, fileId: string): void {
  if (!env.EVIDENCE_SCAN_COMMAND) return;
  tx.insert(portfolioFileScans).values({ fileId, verdict: "waiting", tries: 0, nextTryAt: ctx.now }).run();
}

/** What is known of a file; null where nothing was asked. */
export function findScan(db: Reader, fileId: string) {
  return db.select().from(portfolioFileScans).where(eq(portfolioFileScans.fileId, fileId)).get() ?? null;
}

/** Why nobody opens a file; null for one that can be opened. Where the operator has no command any more, nothing waits. */
export function findHeldBack(db: Reader, fileId: string): HeldBack | null {
  const scan = findScan(db, fileId);
  return scan && heldBackBy(scan);
}

/** Why a file with such a scan is held back; null for none. */
export function heldBackBy({
  verdict,
  reason,
}: {
  verdict: ScanVerdict | null;
  reason: string | null;
}): HeldBack | null {
  if (verdict === "refused") return { verdict, reason: reason ?? "" };
  return verdict === "waiting" && env.EVIDENCE_SCAN_COMMAND ? { verdict } : null;
}
