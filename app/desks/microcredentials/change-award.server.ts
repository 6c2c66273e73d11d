import { tellDistricts } from "~/desks/registrar/correct-credit.server";
import { type AwardRefusal, changeAward } from "~/microcredentials/awards/award.server";
import { takeHoursOff } from "~/microcredentials/hours/award-hours.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { inTransaction } from "~/platform/database/database.server";
import type { Outcome } from "~/platform/outcome";

/**
 * A coordinator changes an award of their provider (M3). Hours that were posted for it go with it when it is revoked: as a
 * correction to nothing, of which districts that exported them are told (T7).
 */
export function changeAwardWithHours(
  ctx: ScopedContext,
  change: Parameters<typeof changeAward>[1],
): Outcome<{ id: string }, AwardRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const outcome = changeAward(ctx, change);
    if (!outcome.ok || change.kind !== "revoked") return outcome;
    const corrected = takeHoursOff(tx, ctx, change.awardId, change.reason);
    if (corrected) tellDistricts(tx, ctx, corrected, change.reason);
    return outcome;
  });
}
