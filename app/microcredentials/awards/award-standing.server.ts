import { and, gt, gte, isNotNull, isNull, lte, or, type SQL } from "drizzle-orm";
import { awards } from "#drizzle/schema/microcredentials/awards";
import type { AwardStanding } from "./award-standing";

/** `standingOf` as a condition on `awards`. */
export function isStanding(standing: AwardStanding, now: number): SQL | undefined {
  const isKept = isNull(awards.revokedAt);
  const isUsable = and(isKept, isNull(awards.suspendedAt));
  const conditions: Record<AwardStanding, SQL | undefined> = {
    revoked: isNotNull(awards.revokedAt),
    suspended: and(isKept, isNotNull(awards.suspendedAt)),
    expired: and(isUsable, lte(awards.expiresAt, now)),
    current: and(isUsable, or(isNull(awards.expiresAt), gt(awards.expiresAt, now))),
  };
  return conditions[standing];
}

/** What a list's `AWARDED_FILTERS` ask of `awards`. */
export const awardedOn = {
  from: (day: string): SQL => gte(awards.awardedOn, day),
  to: (day: string): SQL => lte(awards.awardedOn, day),
};
