import { and, count, eq, inArray, sql, type SQLWrapper } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { WAITS_FOR_REGISTRAR } from "~/credits/claims/claim-status";
import type { GatePolicy } from "~/credits/claims/gates";
import { isWorkplaceOn, NO_WORKPLACE } from "~/people/affiliations/workplace.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { isAmong } from "~/platform/database/among.server";
import type { Reader } from "~/platform/database/database.server";
import { aggregateOf } from "~/platform/database/rows.server";
import { zoneDate } from "~/platform/database/zone-date.server";
import { MOST_MATCHING } from "~/platform/lists/list-limit";
import { listMatchingIds } from "~/platform/lists/list-query.server";
import { queueSource } from "./queue-list.server";

/**
 * Of the claims that an address shows on all its pages, those that can be posted: past every gate. Whether each still
 * can is asked again when it is posted.
 */
export function listPostable(ctx: ScopedContext, search: URLSearchParams): string[] {
  return ctx.db
    .select({ id: claims.id })
    .from(claims)
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .where(isPostableAmong(listMatchingIds(queueSource(ctx, search), search, MOST_MATCHING)))
    .all()
    .map(({ id }) => id);
}

/** How many of some claims are among those, and for how many of them nothing is entered of where the person worked. */
export function countPostable(db: Reader, claimIds: readonly string[]) {
  const nowhere = isWorkplaceOn(claims.personId, zoneDate(offerings.endsAt, offerings.timeZone), NO_WORKPLACE);
  return aggregateOf(
    db
      .select({ postable: count(), withoutDistrict: sql<number>`count(*) filter (where ${nowhere})` })
      .from(claims)
      .innerJoin(offerings, eq(offerings.id, claims.offeringId))
      .where(isPostableAmong(claimIds)),
  );
}

const isPostableAmong = (ids: readonly string[]) =>
  and(
    isAmong(claims.id, ids),
    inArray(claims.status, [...WAITS_FOR_REGISTRAR]),
    hasPassed(claims.evaluated, "evaluationGates"),
    hasPassed(claims.settled, "paymentGates"),
  );

/** As `missingGates` asks: passed, or no gate by the policy that the offering has from its approval on. */
const hasPassed = (passed: SQLWrapper, gate: keyof GatePolicy) =>
  sql`(${passed} or not json_extract(${offerings.policy}, ${`$.${gate}`}))`;
