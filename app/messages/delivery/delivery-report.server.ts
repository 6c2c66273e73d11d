import { and, eq, inArray } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import type { Context } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import type { FaultSource } from "~/platform/mail/address-fault";
import { recordRefusal } from "~/platform/mail/refusal.server";
import { verdictOnReport } from "~/platform/mail/report-verdict";
import type { ReturnedMail } from "~/platform/mail/returned-mail";
import { ok, type Outcome, refuse } from "~/platform/outcome";

export type ReportRefusal = "unknown-message";

/** What came of a report. */
export interface ReportResult {
  address: string;
  /** What it says of the message: that it failed, waits, arrived, or failed for somebody else. */
  outcome: "failed" | "delayed" | "delivered" | "elsewhere";
  /** Whether the address counts as unreachable from now on. */
  unreachable: boolean;
}

/**
 * Records that a message came back, and marks its address where nobody is there. The address is that of our own row:
 * whoever forges a report would have to know the Message-ID of a message that somebody else got.
 */
export function recordDeliveryReport(
  ctx: Context,
  report: Extract<ReturnedMail, { kind: "report" }>,
  source: FaultSource,
): Outcome<ReportResult, ReportRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const id = eq(outboxMessages.id, report.messageId ?? "");
    const sent = and(id, inArray(outboxMessages.state, ["sent", "failed"]));
    const row = tx.select().from(outboxMessages).where(sent).get();
    if (!row) return refuse("unknown-message");
    const address = row.recipient;
    const verdict = verdictOnReport(report.recipients, address);
    if (verdict.outcome !== "failed") return ok({ address, outcome: verdict.outcome, unreachable: false });
    const { reason, meaning, topic } = verdict;
    tx.update(outboxMessages)
      .set({ state: "failed", lastError: `Came back: ${reason}` })
      .where(id)
      .run();
    const unreachable = recordRefusal(tx, ctx, { address, messageId: row.id, source, reason, meaning, topic });
    return ok({ address, outcome: "failed", unreachable });
  });
}
