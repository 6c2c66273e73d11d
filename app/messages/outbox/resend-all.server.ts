import { and, asc, count, eq, gt, inArray, isNotNull, notExists, notInArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { mailRefusals, outboxMessages } from "#drizzle/schema/messages";
import { addressFaults } from "#drizzle/schema/platform";
import { kindsWith } from "~/messages/catalog/catalog";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { repeatMessage } from "./resend.server";

const DAYS = 14;
const DAY_MS = 86_400_000;
/** How many are sent again at once; those behind them show as given up and can follow. */
export const MOST_AT_ONCE = 500;

/**
 * What was given up lately and may be sent again without looking at each: not to addresses where nobody is, not what may
 * have arrived already, no links that work without a password, no reminders, which are of no use when they are late, and
 * nothing twice.
 */
function isRepeatable(db: Reader, now: number) {
  const repetition = alias(outboxMessages, "repetition");
  const { id, state, kind, recipient, createdAt } = outboxMessages;
  const kinds = kindsWith(({ guarantee, secret }) => guarantee === "at-least-once" && !secret);
  const isGone = db
    .select({ one: sql`1` })
    .from(mailRefusals)
    .where(and(eq(mailRefusals.messageId, id), inArray(mailRefusals.meaning, ["nobody", "perhaps-nobody"])));
  // Looked up once for all of them: no index knows what repeats what.
  const repeated = db
    .select({ of: repetition.resendOf })
    .from(repetition)
    .where(and(isNotNull(repetition.resendOf), gt(repetition.createdAt, now - DAYS * DAY_MS)));
  return and(
    eq(state, "failed"),
    gt(createdAt, now - DAYS * DAY_MS),
    inArray(kind, kinds),
    notInArray(sql`lower(${recipient})`, db.select({ address: addressFaults.address }).from(addressFaults)),
    notExists(isGone),
    notInArray(id, repeated),
  );
}

/** How many messages `resendGivenUp` would send again. */
export function countGivenUp(db: Reader, now: number): number {
  return countOf(db.select({ count: count() }).from(outboxMessages).where(isRepeatable(db, now)));
}

/**
 * An administrator sends again what was given up in the last two weeks, for example after a relay was mended.
 * @returns how many
 */
export function resendGivenUp(ctx: ActorContext, reason: string): Outcome<number, "nothing-given-up"> {
  return inTransaction(ctx.db, (tx) => {
    const rows = tx
      .select()
      .from(outboxMessages)
      .where(isRepeatable(tx, ctx.now))
      .orderBy(asc(outboxMessages.id))
      .limit(MOST_AT_ONCE)
      .all();
    if (rows.length === 0) return refuse("nothing-given-up");
    for (const row of rows) {
      const newId = repeatMessage(tx, ctx, row);
      const { id: subjectId, personId } = row;
      recordAudit(tx, ctx, { action: "message.resent", subjectId, personId, detail: { reason, newId } });
    }
    return ok(rows.length);
  });
}
