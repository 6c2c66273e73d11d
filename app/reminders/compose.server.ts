import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import type { MessageKind, MessagePayloads } from "~/messages/catalog/catalog";
import type { Answered } from "~/messages/outbox/outbox.server";
import type { Reminder } from "./reconcile.server";
import type { ReminderKind } from "./reminder-kind";

/** What a reminder says, less whom it goes to; or why there is nothing to say any more. */
export type Composed = { [Kind in MessageKind]: ComposedOf<Kind> }[MessageKind] | { skip: string };

type ComposedOf<Kind extends MessageKind> = {
  kind: Kind;
  payload: Omit<MessagePayloads[Kind], "personName">;
} & Answered<Kind>;

/** Looks, in the transaction of the sending, whether a reminder still holds, and says what to send. */
export type Compose = (tx: Transaction, ctx: Context, reminder: Reminder) => Composed;

/** How each kind of reminder becomes a message. */
export type Composers = Record<ReminderKind, Compose>;
