import { count, inArray } from "drizzle-orm";
import { claims } from "#drizzle/schema/credits";
import type { Reader } from "~/platform/database/database.server";

/** How far the claims of an offering have come. */
export interface ClaimCounts {
  /** Earned and not yet claimed, or sent back. */
  open: number;
  /** Claimed and on their way. */
  claimed: number;
  posted: number;
}

const NONE: ClaimCounts = { open: 0, claimed: 0, posted: 0 };

/**
 * Counts the claims of many offerings in one statement.
 * @returns what each of them has; zeros where there are none
 */
export function countClaims(db: Reader, offeringIds: readonly string[]): (offeringId: string) => ClaimCounts {
  const counts = new Map<string, ClaimCounts>();
  const rows = db
    .select({ offeringId: claims.offeringId, status: claims.status, count: count() })
    .from(claims)
    .where(inArray(claims.offeringId, [...offeringIds]))
    .groupBy(claims.offeringId, claims.status)
    .all();
  for (const row of rows) {
    const entry = counts.get(row.offeringId) ?? { ...NONE };
    if (row.status === "posted") entry.posted += row.count;
    else if (row.status === "open" || row.status === "returned") entry.open += row.count;
    else if (row.status !== "void") entry.claimed += row.count;
    counts.set(row.offeringId, entry);
  }
  return (offeringId) => counts.get(offeringId) ?? NONE;
}
