/** What can become of an award (M3). */
export const AWARD_CHANGE_KINDS = ["revoked", "suspended", "resumed", "replaced"] as const;
export type AwardChangeKind = (typeof AWARD_CHANGE_KINDS)[number];

/** Whether an award holds. */
export type AwardStanding = "current" | "expired" | "suspended" | "revoked";

/** Standings in words. */
export const AWARD_STANDING_LABELS: Record<AwardStanding, string> = {
  current: "Valid",
  expired: "Expired",
  suspended: "Suspended",
  revoked: "Revoked",
};

/** What an award's standing follows from. Epoch milliseconds. */
export interface AwardFacts {
  revokedAt: number | null;
  suspendedAt: number | null;
  expiresAt: number | null;
}

/** Whether an award holds at an instant. What was taken away for good comes before what may come back. */
export function standingOf({ revokedAt, suspendedAt, expiresAt }: AwardFacts, now: number): AwardStanding {
  if (revokedAt !== null) return "revoked";
  if (suspendedAt !== null) return "suspended";
  return expiresAt !== null && expiresAt <= now ? "expired" : "current";
}

/** Whether this can be done to an award as it stands; revoked is for good. */
export function canChange(kind: AwardChangeKind, standing: AwardStanding): boolean {
  if (standing === "revoked") return false;
  if (kind === "revoked" || kind === "replaced") return true;
  return (kind === "resumed") === (standing === "suspended");
}
