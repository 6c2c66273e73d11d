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

/** Claims per offering; zeros where there are none. */
export function countClaims(db: Reader, offeringIds: readonly string[]): Map<string, ClaimCounts> {
  const counts = new Map(offeringIds.map((id) => [id, { open: 0, claimed: 0, posted: 0 }]));
  const rows = db
    .select({ offeringId: claims.offeringId, status: claims.status, count: count() })
    .from(claims)
    .where(inArray(claims.offeringId, [...offeringIds]))
    .groupBy(claims.offeringId, claims.status)
    .all();
  for (const row of rows) {
    const entry = counts.get(row.offeringId)!;
    if (row.status === "posted") entry.posted += row.count;
    else if (row.status === "open" || row.status === "returned") entry.open += row.count;
    else if (row.status !== "void") entry.claimed += row.count;
  }
  return counts;
}
