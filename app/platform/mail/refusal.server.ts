import { and, count, eq, gt, inArray, lt, or } from "drizzle-orm";
import { mailRefusals, outboxMessages } from "#drizzle/schema/messages";
import { addressFaults } from "#drizzle/schema/platform";
import type { Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import type { FaultSource } from "./address-fault";
import { recordAddressFault } from "./address-fault.server";
import { raiseAlarm } from "./mail-alarm.server";
import { decideMark, FIRST_REFUSAL_DAYS } from "./mark-decision";
import type { Judgement } from "./refusal-judge";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LONGEST_REASON = 500;
const KEPT_DAYS = 400;

/** A refusal of one message to one address, as it was judged. */
export interface RecordedRefusal extends Judgement {
  address: string;
  /** The outbox row. */
  messageId: string;
  source: FaultSource;
  reason: string;
}

/**
 * Keeps a refusal, whichever way it came, and does what follows from it: marks the address, or tells administrators.
 * @returns whether the address is marked from now on
 */
export function recordRefusal(tx: Transaction, ctx: Context, refusal: RecordedRefusal): boolean {
  const { messageId, source, meaning, topic } = refusal;
  const address = refusal.address.toLowerCase();
  const reason = refusal.reason.slice(0, LONGEST_REASON);
  const wasRefusedBefore = isRefusedBefore(tx, address, ctx.now);
  tx.insert(mailRefusals)
    .values({ id: newId(), address, messageId, source, meaning, topic, reason, at: ctx.now })
    .run();
  if (topic) raiseAlarm(tx, ctx, { topic, words: reason });
  const decision = decideMark({ meaning, wasRefusedBefore, ...surveyHour(tx, ctx.now) });
  if (decision === "wave") raiseAlarm(tx, ctx, { topic: "wave", words: reason });
  return decision === "mark" && recordAddressFault(tx, ctx, { address, source, reason });
}

/** On an earlier day of the region, as somebody who is not there or may not be. */
function isRefusedBefore(tx: Reader, address: string, now: number): boolean {
  const doubted = inArray(mailRefusals.meaning, ["nobody", "perhaps-nobody"]);
  const since = gt(mailRefusals.at, now - FIRST_REFUSAL_DAYS * DAY_MS);
  const earlier = tx
    .select({ at: mailRefusals.at })
    .from(mailRefusals)
    .where(and(eq(mailRefusals.address, address), doubted, since))
    .all();
  const dayOf = (at: number) => dateOf(at, REGION_TIME_ZONE);
  return earlier.some(({ at }) => dayOf(at) !== dayOf(now));
}

/** Messages are counted when they were due, which the outbox finds by its index. */
function surveyHour(tx: Reader, now: number): { marksInHour: number; mailInHour: number } {
  const marks = tx
    .select({ count: count() })
    .from(addressFaults)
    .where(gt(addressFaults.reportedAt, now - HOUR_MS));
  const marksInHour = countOf(marks);
  if (marksInHour === 0) return { marksInHour, mailInHour: 0 };
  const { state, nextAttemptAt } = outboxMessages;
  const due = and(inArray(state, ["sent", "failed"]), gt(nextAttemptAt, now - HOUR_MS));
  const mail = tx
    .select({ count: count() })
    .from(outboxMessages)
    .where(or(due, eq(state, "sending")));
  return { marksInHour, mailInHour: countOf(mail) };
}

/** Forgets refusals that decide nothing any more. */
export function forgetOldRefusals({ db, now }: Context): number {
  return db
    .delete(mailRefusals)
    .where(lt(mailRefusals.at, now - KEPT_DAYS * DAY_MS))
    .run().changes;
}
