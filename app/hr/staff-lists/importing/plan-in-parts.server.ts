import { eq, inArray } from "drizzle-orm";
import { staffListLines, staffLists } from "#drizzle/schema/staff/staff-lists";
import { endPlan, LINES_AT_ONCE, makePlan, writeLines } from "~/hr/staff-lists/planning/plan-staff-list.server";
import type { Context } from "~/platform/context";
import { inReading, inTransaction, type Transaction } from "~/platform/database/database.server";
import { restLater } from "~/platform/jobs/pace.server";

/** So many lines of an earlier plan are forgotten in one transaction. */
const FORGOTTEN_AT_ONCE = 2_000;

/**
 * Plans a long list: read against one state of the database, written in parts between which others write. It can be looked
 * at once the last part stands; one that was cut off begins anew, and one that was thrown away meanwhile ends.
 * @returns 1 where it was planned
 */
export async function planInParts(ctx: Context, listId: string): Promise<number> {
  const planned = inReading(ctx.db, (db) => {
    const list = db.select().from(staffLists).where(eq(staffLists.id, listId)).get();
    return list?.state === "planning" ? { list, plan: makePlan(db, ctx, list) } : null;
  });
  if (!planned) return 0;
  const { list, plan } = planned;
  const parts = Array.from({ length: Math.ceil(plan.lines.length / LINES_AT_ONCE) }, (_part, number) =>
    plan.lines.slice(number * LINES_AT_ONCE, (number + 1) * LINES_AT_ONCE),
  );
  let isLeft = true;
  while (isLeft) isLeft = (await inPart(ctx, listId, (tx) => forgetSome(tx, listId))) === true;
  for (const part of parts) await inPart(ctx, listId, (tx) => writeLines(tx, part));
  await inPart(ctx, listId, (tx) => endPlan(tx, list, plan));
  return 1;
}

/** One transaction of the planning, unless the list was thrown away; then rests. */
async function inPart<Result>(ctx: Context, listId: string, run: (tx: Transaction) => Result): Promise<Result | null> {
  const from = performance.now();
  const result = inTransaction(ctx.db, (tx): { value: Result } | null => {
    const row = tx.select({ state: staffLists.state }).from(staffLists).where(eq(staffLists.id, listId)).get();
    return row?.state === "planning" ? { value: run(tx) } : null;
  });
  await restLater(performance.now() - from);
  return result && result.value;
}

function forgetSome(tx: Transaction, listId: string): boolean {
  const some = tx
    .select({ id: staffListLines.id })
    .from(staffListLines)
    .where(eq(staffListLines.listId, listId))
    .limit(FORGOTTEN_AT_ONCE);
  return tx.delete(staffListLines).where(inArray(staffListLines.id, some)).run().changes > 0;
}
