import { and, eq, inArray } from "drizzle-orm";
import PostalMime, { type Attachment } from "postal-mime";
import { outboxMessages } from "#drizzle/schema/platform";
import type { FaultSource } from "./address-fault";
import { markAddress } from "./address-fault.server";
import type { Context } from "./context";
import { inTransaction } from "./database.server";
import { isAddressFault, readDeliveryStatus } from "./delivery-status";
import { ok, type Outcome, refuse } from "./outcome";

/** A message that came back. */
export interface DeliveryReport {
  /** The outbox row's id, out of the Message-ID of the message that came back. */
  messageId: string;
  /** False for a delay or a refusal that is about the message. */
  addressFault: boolean;
  failed: boolean;
  reason: string;
}

export type ReportRefusal = "not-a-report" | "unknown-message";

/** What came of a report. */
export interface ReportResult {
  address: string;
  /** Whether the address was marked now. */
  marked: boolean;
}

const ID = /<([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})@/i;

/** Reads a delivery status message as a mail server sends it; null for any other mail. */
export async function readDeliveryReport(bytes: Uint8Array): Promise<DeliveryReport | null> {
  const mail = await PostalMime.parse(bytes);
  const part = (...types: string[]) => mail.attachments.find(({ mimeType }) => types.includes(mimeType));
  const status = part("message/delivery-status");
  const [recipient] = status ? readDeliveryStatus(textOf(status)) : [];
  if (!recipient) return null;
  const original = part("message/rfc822", "text/rfc822-headers", "message/rfc822-headers");
  const messageId = ID.exec(/^Message-ID:.*$/im.exec(original ? textOf(original) : "")?.[0] ?? "")?.[1];
  if (!messageId) return null;
  return {
    messageId: messageId.toLowerCase(),
    addressFault: isAddressFault(recipient),
    failed: recipient.action === "failed",
    reason: recipient.diagnostic,
  };
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
    const marked =
      report.addressFault && markAddress(tx, ctx, { address: row.recipient, source, reason: report.reason });
    return ok({ address: row.recipient, marked });
  });
}

function textOf({ content }: Attachment): string {
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}
