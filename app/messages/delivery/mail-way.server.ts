import type { Context } from "~/platform/context";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { logger } from "~/platform/logging/logger.server";
import { endAlarm, findAlarm, raiseAlarm } from "~/platform/mail/mail-alarm.server";
import { waitForWay } from "~/platform/mail/mail-fault";

/**
 * The way to the mail server, as one run of a deliverer finds it. What is wrong with it is told to administrators once,
 * counts as no attempt of any message, and ends with the first message that gets through.
 */
export interface MailWay {
  /** Why nothing gets through; null as far as is known. */
  fault: string | null;
  /** Whether the server has answered for a message. */
  isOpen: boolean;
}

/** Whether the way failed so lately that it is not tried yet. */
export function isWayShut(db: Database, now: number): boolean {
  const alarm = findAlarm(db, "transport");
  return alarm !== undefined && now < alarm.lastAt + waitForWay(alarm.count);
}

/** Records what a run found. */
export function recordWay(db: Database, { fault, isOpen }: MailWay, now: number): void {
  const ctx: Context = { db, now, actor: null, address: null, requestId: null };
  if (fault !== null) {
    inTransaction(db, (tx) => raiseAlarm(tx, ctx, { topic: "transport", words: fault }));
  } else if (isOpen && findAlarm(db, "transport")) {
    inTransaction(db, (tx) => endAlarm(tx, "transport"));
    logger.info("The mail server takes mail again");
  }
}
