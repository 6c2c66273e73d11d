import { outboxMessages } from "#drizzle/schema/platform";
import type { CalendarPart } from "./calendar-part";
import type { Context } from "./context";
import type { Transaction } from "./database.server";
import { newId } from "./ids";
import type { MessageKind, MessagePayloads } from "./message-catalog.server";

export interface MessageInput<Kind extends MessageKind> {
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
}

/**
 * Leaves a message for the deliverer, in the transaction of the change that it tells of. A second message of one kind
 * about one row to one recipient for one occasion is dropped (T9).
 */
export function enqueueMessage<Kind extends MessageKind>(
  tx: Transaction,
  ctx: Context,
  input: MessageInput<Kind>,
): void {
  if (!input.recipient) return;
  tx.insert(outboxMessages)
    .values({
      id: newId(),
      kind: input.kind,
      subjectId: input.subjectId,
      recipient: input.recipient,
      personId: input.personId,
      occasion: input.occasion ?? "",
      payload: input.payload as unknown as Record<string, unknown>,
      calendar: input.calendar?.length ? input.calendar : null,
      state: "queued",
      nextAttemptAt: ctx.now,
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .run();
}
