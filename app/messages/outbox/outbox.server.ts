import { eq, type SQL, sql } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import { checkPayload, type MessageKind, type MessagePayloads } from "~/messages/catalog/catalog";
import { verdictOn } from "~/messages/preferences/send-verdict.server";
import type { Context } from "~/platform/context";
import type { Database, Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import type { CalendarPart } from "~/platform/mail/calendar-part";
import type { Mailbox } from "~/platform/mail/mailbox";

export type MessageInput<Kind extends MessageKind> = MessageParts<Kind> & Answered<Kind>;

/** A message about an offering says where an answer to it is read; null where neither it nor its provider has a mailbox. */
export type Answered<Kind extends MessageKind> = MessagePayloads[Kind] extends { offeringTitle: string }
  ? { replyTo: Mailbox | null }
  : { replyTo?: Mailbox | null };

interface MessageParts<Kind extends MessageKind> {
  kind: Kind;
  /** The row that it is about. */
  subjectId: string;
  /** Null when the recipient is known by address only. */
  personId: string | null;
  /** Null: the person cannot be reached by mail, and nothing is queued. */
  recipient: string | null;
  /** What tells this message from an earlier rightful one of the same kind about the same row. */
  occasion?: string;
  payload: MessagePayloads[Kind];
  /** Calendar entries, as they are now; the first becomes the invitation that mail programs act on. */
  calendar?: CalendarPart[];
  replyTo?: Mailbox | null;
}

/**
 * Leaves a message for the deliverer, in the transaction of the change that it tells of. A second message of one kind
 * about one row to one recipient for one occasion is dropped (T9). One that its recipient does not want is kept as
 * held back; one that they want once a day waits for the daily summary.
 * @returns the row's id; null when there was nothing to write
 * @throws Error when the payload does not fit the kind
 */
export function enqueueMessage<Kind extends MessageKind>(
  tx: Transaction,
  ctx: Context,
  input: MessageInput<Kind>,
): string | null {
  const { kind, subjectId, personId, recipient, occasion = "", calendar } = input;
  if (!recipient) return null;
  const verdict = verdictOn(tx, { kind, personId, recipient }, ctx.now);
  const id = newId();
  const written = tx
    .insert(outboxMessages)
    .values({
      id,
      kind,
      subjectId,
      recipient,
      personId,
      occasion,
      payload: checkPayload(kind, input.payload),
      calendar: calendar?.length ? calendar : null,
      replyTo: input.replyTo ?? null,
      state: verdict.kind === "suppress" ? "suppressed" : "queued",
      suppressedBecause: verdict.kind === "suppress" ? verdict.because : null,
      digestDueAt: verdict.kind === "digest" ? verdict.dueAt : null,
      nextAttemptAt: ctx.now,
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .run();
  return written.changes > 0 ? id : null;
}

/** Condition on the outbox: given up. In these words, the index of such messages is used. */
export const isGivenUp: SQL = sql`${outboxMessages.state} = 'failed'`;

/** Takes back what waits: nothing that was made as an example is ever sent (T9). */
export function suppressWaitingMessages(db: Database, because: string): void {
  db.update(outboxMessages)
    .set({ state: "suppressed", suppressedBecause: because, digestDueAt: null })
    .where(eq(outboxMessages.state, "queued"))
    .run();
}
