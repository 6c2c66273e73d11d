import { and, asc, eq, type SQL } from "drizzle-orm";
import { registrations } from "#drizzle/schema/registration";
import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { eachDue } from "~/platform/jobs/each-due.server";
import { withinFence } from "~/registration/seats/fence.server";
import type { Registration } from "~/registration/seats/registration-row.server";

/**
 * Ends every registration whose time has passed, first come first, each in a transaction of its own that looks again: of
 * two processes one ends it. Returns how many it ended.
 */
export function lapseEach(
  ctx: Context,
  kind: string,
  due: SQL | undefined,
  lapse: (tx: Transaction, ctx: Context, registration: Registration) => void,
): number {
  return eachDue(ctx, {
    kind,
    list: (db, isTried, limit) =>
      db
        .select({ id: registrations.id })
        .from(registrations)
        .where(and(due, isTried(registrations.id)))
        .orderBy(asc(registrations.arrival), asc(registrations.id))
        .limit(limit)
        .all()
        .map(({ id }) => id),
    process: (id) =>
      withinFence(ctx.db, (tx) => {
        const registration = tx
          .select()
          .from(registrations)
          .where(and(eq(registrations.id, id), due))
          .get();
        if (!registration) return 0;
        lapse(tx, ctx, registration);
        return 1;
      }),
  });
}
