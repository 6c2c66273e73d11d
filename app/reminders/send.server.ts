import { and, asc, eq, lte } from "drizzle-orm";
import { reminders } from "#drizzle/schema/reminders";
import { addressee } from "~/registration/messages/offering-message.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { type DueRows, eachDue, eachDueInTurns } from "~/platform/jobs/each-due.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import type { Composers } from "./compose.server";
import type { Reminder } from "./reconcile.server";

/** How many reminders became messages, and how many were dropped. */
export interface ReminderCounts {
  sent: number;
  skipped: number;
}

/**
 * Makes messages of the reminders that are due, each in a transaction that looks once more whether it holds. One that
 * was missed while nothing ran is sent once if it is still of use, and skipped otherwise. However many there are, other
 * jobs have their turns between them.
 * @param signal aborted when the process is to stop: those that are left are found again
 */
export async function sendDueReminders(
  ctx: Context,
  composers: Composers,
  signal?: AbortSignal,
): Promise<ReminderCounts> {
  const counts: ReminderCounts = { sent: 0, skipped: 0 };
  await eachDueInTurns(ctx, dueRows(ctx, composers, counts), signal);
  return counts;
}

/** The same without turns for anybody, for a database that nothing else works with yet. */
export function sendDueRemindersAtOnce(ctx: Context, composers: Composers): ReminderCounts {
  const counts: ReminderCounts = { sent: 0, skipped: 0 };
  eachDue(ctx, dueRows(ctx, composers, counts));
  return counts;
}

/** What is due, with each that is processed counted. */
function dueRows(ctx: Context, composers: Composers, counts: ReminderCounts): DueRows {
  const due = and(eq(reminders.state, "due"), lte(reminders.dueAt, ctx.now));
  return {
    kind: "send-reminders",
    list: (db, isTried, limit) =>
      db
        .select({ id: reminders.id })
        .from(reminders)
        .where(and(due, isTried(reminders.id)))
        .orderBy(asc(reminders.dueAt), asc(reminders.id))
        .limit(limit)
        .all()
        .map(({ id }) => id),
    process: (id) => {
      const outcome = inTransaction(ctx.db, (tx) => {
        const reminder = tx
          .select()
          .from(reminders)
          .where(and(eq(reminders.id, id), due))
          .get();
        return reminder ? send(tx, ctx, reminder, composers) : null;
      });
      if (outcome) counts[outcome]++;
      return 1;
    },
  };
}

function send(tx: Transaction, ctx: Context, reminder: Reminder, composers: Composers): keyof ReminderCounts {
  if (reminder.expiresAt <= ctx.now) return decide(tx, ctx, reminder, "skipped", "It was too late to be of use.");
  const composed = composers[reminder.kind](tx, ctx, reminder);
  if ("skip" in composed) return decide(tx, ctx, reminder, "skipped", composed.skip);
  const { personName, ...to } = addressee(tx, reminder.personId);
  if (!to.recipient) return decide(tx, ctx, reminder, "skipped", "The person has no email address.");
  const payload = { ...composed.payload, personName };
  const replyTo = composed.replyTo ?? null;
  enqueueMessage(tx, ctx, { kind: composed.kind, subjectId: reminder.id, ...to, replyTo, payload });
  return decide(tx, ctx, reminder, "sent", null);
}

function decide(
  tx: Transaction,
  ctx: Context,
  reminder: Reminder,
  state: keyof ReminderCounts,
  note: string | null,
): keyof ReminderCounts {
  tx.update(reminders).set({ state, decidedAt: ctx.now, note }).where(eq(reminders.id, reminder.id)).run();
  return state;
}
