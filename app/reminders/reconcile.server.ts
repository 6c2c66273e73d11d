import { and, eq } from "drizzle-orm";
import { reminders } from "#drizzle/schema/reminders";
import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { keyOf, type PlannedReminder } from "./planned-reminder";

export type Reminder = typeof reminders.$inferSelect;

const CHUNK = 200;

/**
 * Brings stored reminders in line with what they ought to be: moves what is due at another time, voids what has lost its
 * ground and adds what is missing. What was sent or skipped stays, so that nothing is said twice; what was due before
 * there was ground for it, or is too late already, is not added.
 */
export function reconcileReminders(
  tx: Transaction,
  ctx: Context,
  stored: readonly Reminder[],
  planned: readonly PlannedReminder[],
  offeringId: string | null,
): void {
  const wanted = new Map(planned.map((each) => [keyOf(each), each]));
  const known = new Map(stored.map((each) => [keyOf(each), each]));
  for (const row of stored) {
    const plan = wanted.get(keyOf(row));
    if (row.state === "due" && !plan) voidReminder(tx, ctx, row);
    if (row.state === "due" && plan && (plan.dueAt !== row.dueAt || plan.expiresAt !== row.expiresAt)) {
      change(tx, row, { dueAt: plan.dueAt, expiresAt: plan.expiresAt });
    }
    if (row.state === "voided" && plan && isOwed(plan, ctx.now)) {
      change(tx, row, { ...times(plan), state: "due", decidedAt: null, note: null });
    }
  }
  const added = [...wanted.values()].filter((plan) => !known.has(keyOf(plan)) && isOwed(plan, ctx.now));
  for (let from = 0; from < added.length; from += CHUNK) {
    const rows = added.slice(from, from + CHUNK).map((plan) => toRow(plan, offeringId));
    tx.insert(reminders).values(rows).onConflictDoNothing().run();
  }
}

function isOwed({ dueAt, since, expiresAt }: PlannedReminder, now: number): boolean {
  return dueAt > since && expiresAt > now;
}

function toRow({ since: _since, ...plan }: PlannedReminder, offeringId: string | null): Reminder {
  return { id: newId(), ...plan, offeringId, state: "due", decidedAt: null, note: null };
}

const times = ({ dueAt, expiresAt }: PlannedReminder) => ({ dueAt, expiresAt });

function voidReminder(tx: Transaction, ctx: Context, row: Reminder): void {
  change(tx, row, { state: "voided", decidedAt: ctx.now, note: "There is no ground for it any more." });
}

function change(tx: Transaction, row: Reminder, values: Partial<Reminder>): void {
  tx.update(reminders)
    .set(values)
    .where(and(eq(reminders.id, row.id), eq(reminders.state, row.state)))
    .run();
}
