import { asc, count, eq, sql } from "drizzle-orm";
import { mailAlarms } from "#drizzle/schema/messages";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { logger } from "~/platform/logging/logger.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import type { AlarmTopic } from "./mail-alarm";

const LONGEST_WORDS = 500;

/** Tells administrators that mail fails for a reason of ours. One row a topic: it counts, and goes to the log once. */
export function raiseAlarm(
  tx: Transaction,
  ctx: Context,
  { topic, words }: { topic: AlarmTopic; words: string },
): void {
  const values = { topic, firstAt: ctx.now, lastAt: ctx.now, count: 1, words: words.slice(0, LONGEST_WORDS) };
  const isKnown = tx.select().from(mailAlarms).where(eq(mailAlarms.topic, topic)).get() !== undefined;
  tx.insert(mailAlarms)
    .values(values)
    .onConflictDoUpdate({
      target: mailAlarms.topic,
      set: { lastAt: values.lastAt, words: values.words, count: sql`${mailAlarms.count} + 1` },
    })
    .run();
  if (!isKnown) logger.warn({ topic, words: values.words }, "Mail fails for a reason of ours");
}

/** What keeps mail from people now, oldest first. */
export const listAlarms = (db: Reader) => db.select().from(mailAlarms).orderBy(asc(mailAlarms.firstAt)).all();

/** One thing that keeps mail from people; undefined while it does not. */
export const findAlarm = (db: Reader, topic: AlarmTopic) =>
  db.select().from(mailAlarms).where(eq(mailAlarms.topic, topic)).get();

/** How many things keep mail from people. */
export const countAlarms = (db: Reader): number => countOf(db.select({ count: count() }).from(mailAlarms));

/** What was wrong works again, as Hourbook itself can tell. */
export function endAlarm(tx: Transaction, topic: AlarmTopic): void {
  tx.delete(mailAlarms).where(eq(mailAlarms.topic, topic)).run();
}

/** An administrator has seen to it: the alarm comes again with the next refusal of its kind. */
export function dismissAlarm(ctx: ActorContext, topic: AlarmTopic): Outcome<null, "no-alarm"> {
  return inTransaction(ctx.db, (tx) => {
    const alarm = tx.select().from(mailAlarms).where(eq(mailAlarms.topic, topic)).get();
    if (!alarm) return refuse("no-alarm");
    endAlarm(tx, topic);
    recordAudit(tx, ctx, { action: "mail.alarm-dismissed", subjectId: topic, detail: { ...alarm } });
    return ok(null);
  });
}
