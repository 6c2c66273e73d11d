import { and, asc, eq, inArray, isNotNull, lte, sql } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import type { Context } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { eachDue } from "~/platform/jobs/each-due.server";
import { origin } from "~/platform/env.server";
import { linkOf, subjectOf } from "~/messages/catalog/catalog";
import type { OutboxRow } from "~/messages/delivery/mail-lease.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { addressee } from "~/registration/messages/offering-message.server";

/**
 * Writes the daily summary of everybody for whom messages have come together by its time. A line of it counts as held
 * back: the summary stands for it.
 * @returns how many summaries
 */
export function writeDueDigests(ctx: Context): number {
  const due = and(
    eq(outboxMessages.state, "queued"),
    isNotNull(outboxMessages.personId),
    lte(outboxMessages.digestDueAt, ctx.now),
  );
  // A summary goes to a person at an address; ids hold no space.
  const key = sql<string>`${outboxMessages.personId} || ' ' || ${outboxMessages.recipient}`;
  return eachDue(ctx, {
    kind: "send-summaries",
    list: (db, isTried, limit) =>
      db
        .selectDistinct({ id: key })
        .from(outboxMessages)
        .where(and(due, isTried(key)))
        .limit(limit)
        .all()
        .map(({ id }) => id),
    process: (id) =>
      inTransaction(ctx.db, (tx) => {
        const [personId, recipient] = [id.slice(0, id.indexOf(" ")), id.slice(id.indexOf(" ") + 1)];
        const theirs = and(due, eq(outboxMessages.personId, personId), eq(outboxMessages.recipient, recipient));
        const rows = tx.select().from(outboxMessages).where(theirs).orderBy(asc(outboxMessages.id)).all();
        return rows.length > 0 ? writeDigest(tx, ctx, { personId, recipient }, rows) : 0;
      }),
  });
}

function writeDigest(
  tx: Transaction,
  ctx: Context,
  { personId, recipient }: { personId: string; recipient: string },
  rows: readonly OutboxRow[],
): number {
  const { personName } = addressee(tx, personId);
  const dueAt = Math.max(...rows.map((row) => row.digestDueAt ?? 0));
  const id = enqueueMessage(tx, ctx, {
    kind: "digest",
    subjectId: personId,
    personId,
    recipient,
    occasion: String(dueAt),
    payload: {
      personName,
      items: rows.map(({ kind, payload }) => ({
        title: subjectOf(kind, payload),
        url: linkOf(kind, payload) ?? origin,
      })),
    },
  });
  tx.update(outboxMessages)
    .set({ state: "suppressed", suppressedBecause: "Part of the daily summary.", digestDueAt: null, digestId: id })
    .where(
      inArray(
        outboxMessages.id,
        rows.map((row) => row.id),
      ),
    )
    .run();
  return 1;
}
