import { and, count, eq, inArray } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import { isSecret } from "~/messages/catalog/catalog";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";

export type ResendRefusal = "unknown-message" | "still-waiting" | "secret-gone";

/**
 * An administrator sends a message again, for a reason that is kept. It is a message of its own, with the same text and
 * another Message-ID. Refused while it, or an earlier repetition, waits; and where the link in it was forgotten.
 * @returns the id of the new row
 */
export function resendMessage(
  ctx: ActorContext,
  input: { messageId: string; reason: string },
): Outcome<string, ResendRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const row = tx.select().from(outboxMessages).where(eq(outboxMessages.id, input.messageId)).get();
    if (!row) return refuse("unknown-message");
    if (row.state === "queued" || row.state === "sending") return refuse("still-waiting");
    if (isSecret(row.kind)) return refuse("secret-gone");
    const repeats = eq(outboxMessages.resendOf, row.id);
    const waiting = tx
      .select({ id: outboxMessages.id })
      .from(outboxMessages)
      .where(and(repeats, inArray(outboxMessages.state, ["queued", "sending"])))
      .get();
    if (waiting) return refuse("still-waiting");
    const id = repeatMessage(tx, ctx, row);
    recordAudit(tx, ctx, {
      action: "message.resent",
      subjectId: row.id,
      personId: row.personId,
      detail: { reason: input.reason, newId: id },
    });
    return ok(id);
  });
}

/**
 * Puts a message in line once more, as one of its own with the same text. The caller has checked that it may be sent again.
 * @returns the id of the new row
 */
export function repeatMessage(tx: Transaction, ctx: ActorContext, row: typeof outboxMessages.$inferSelect): string {
  const repeats = eq(outboxMessages.resendOf, row.id);
  const number = countOf(tx.select({ count: count() }).from(outboxMessages).where(repeats));
  const id = newId();
  const { kind, subjectId, recipient, personId, payload, calendar, replyTo } = row;
  tx.insert(outboxMessages)
    .values({
      ...{ id, kind, subjectId, recipient, personId, payload, calendar, replyTo },
      occasion: `resend ${number + 1} of ${row.id}`,
      resendOf: row.id,
      state: "queued",
      nextAttemptAt: ctx.now,
      createdAt: ctx.now,
    })
    .run();
  return id;
}
