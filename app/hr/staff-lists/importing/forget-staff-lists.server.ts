import { and, inArray, lte, notInArray } from "drizzle-orm";
import { staffListLines, staffLists } from "#drizzle/schema/staff/staff-lists";
import type { Context } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { forgetRows } from "~/hr/staff-lists/planning/plan-staff-list.server";
import { NO_DECISIONS } from "~/hr/staff-lists/planning/staff-plan";
import { NO_FACTS } from "./staff-list.server";
import { OPEN_STAFF_LISTS } from "~/hr/staff-lists/staff-list-state";

const DAY = 86_400_000;
/** For how long a list waits for somebody, and for how long the lines of an import can be looked at, days. */
const WAITS = 7;
const SHOWN = 30;

/** Throws away lists for which nobody came back, and the lines of old imports; that there was one stays. Returns how many. */
export function forgetStaffLists(ctx: Context): number {
  return inTransaction(ctx.db, (tx) => {
    const abandoned = tx
      .update(staffLists)
      .set({ state: "dropped", facts: NO_FACTS, words: [], decisions: NO_DECISIONS, total: 0, finishedAt: ctx.now })
      .where(and(inArray(staffLists.state, ["planning", "planned"]), lte(staffLists.readAt, ctx.now - WAITS * DAY)))
      .returning({ id: staffLists.id })
      .all();
    const old = tx
      .select({ id: staffLists.id })
      .from(staffLists)
      .where(and(notInArray(staffLists.state, [...OPEN_STAFF_LISTS]), lte(staffLists.readAt, ctx.now - SHOWN * DAY)))
      .all();
    for (const { id } of abandoned) forgetRows(tx, id);
    const ids = [...abandoned, ...old].map(({ id }) => id);
    const gone = tx.delete(staffListLines).where(inArray(staffListLines.listId, ids)).run().changes;
    return abandoned.length + (gone > 0 ? old.length : 0);
  });
}
