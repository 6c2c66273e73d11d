import { and, count, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { grants } from "#drizzle/schema/grants";
import { getProvider } from "~/catalog/providers/provider.server";
import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { plural } from "~/platform/format";
import type { Compose } from "./compose.server";
import { WAITS_FOR_REGISTRAR } from "~/credits/claims/claim-status";
import { aggregateOf } from "~/platform/database/rows.server";

const DAY_MS = 24 * 3_600_000;

/** How long claims that a registrar could post have waited. */
export const composeAgeing: Compose = (tx, ctx, reminder) => {
  const provider = getProvider(tx, reminder.subjectId);
  const live = and(
    eq(grants.personId, reminder.personId),
    eq(grants.providerId, provider.id),
    eq(grants.role, "registrar"),
    isNull(grants.revokedAt),
  );
  if (!tx.select({ id: grants.id }).from(grants).where(live).get()) {
    return { skip: "The person is no registrar of this provider any more." };
  }
  const waiting = countWaiting(tx, ctx, provider.id);
  if (waiting.all === 0) return { skip: "No claim was waiting." };
  const ofThem = (number: number) => (number > 0 ? plural(number, "claim") : null);
  return {
    kind: "claims-ageing",
    payload: {
      providerName: provider.name,
      waiting: plural(waiting.all, "claim"),
      overOneWeek: ofThem(waiting.week),
      overTwoWeeks: ofThem(waiting.twoWeeks),
      overFourWeeks: ofThem(waiting.fourWeeks),
      queueUrl: `${origin}/registrar`,
    },
  };
};

/** Claims of a provider that have passed every gate, in all and by how long ago they were made. */
function countWaiting(tx: Transaction, ctx: Context, providerId: string) {
  const older = (days: number) =>
    sql<number>`count(case when ${lt(claims.claimedAt, ctx.now - days * DAY_MS)} then 1 end)`;
  return aggregateOf(
    tx
      .select({ all: count(), week: older(7), twoWeeks: older(14), fourWeeks: older(28) })
      .from(claims)
      .innerJoin(offerings, eq(offerings.id, claims.offeringId))
      .where(and(eq(offerings.providerId, providerId), inArray(claims.status, [...WAITS_FOR_REGISTRAR]))),
  );
}
