import { and, eq, inArray } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import type { Context } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import type { FaultSource } from "~/platform/mail/address-fault";
import { recordAddressFault } from "~/platform/mail/address-fault.server";
import type { DeliveryReport } from "~/platform/mail/report-reader.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";

export type ReportRefusal = "not-a-report" | "unknown-message";

/** What came of a report. */
export interface ReportResult {
  address: string;
  /** Whether the address counts as unreachable from now on. */
  unreachable: boolean;
}

/**
 * Records that a message came back, and marks its address where the address is at fault. The address is that of our own
 * row: whoever forges a report would have to know the Message-ID of a message that somebody else got.
 */
export function recordDeliveryReport(
  ctx: Context,
  report: DeliveryReport,
  source: FaultSource,
): Outcome<ReportResult, ReportRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const sent = and(eq(outboxMessages.id, report.messageId), inArray(outboxMessages.state, ["sent", "failed"]));
    const row = tx.select().from(outboxMessages).where(sent).get();
    if (!row) return refuse("unknown-message");
    if (report.failed) {
      tx.update(outboxMessages)
        .set({ state: "failed", lastError: `Came back: ${report.reason}` })
        .where(eq(outboxMessages.id, row.id))
        .run();
    }
    const unreachable =
      report.addressFault && recordAddressFault(tx, ctx, { address: row.recipient, source, reason: report.reason });
    return ok({ address: row.recipient, unreachable });
  });
}
