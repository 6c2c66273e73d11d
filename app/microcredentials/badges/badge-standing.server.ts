import { desc, eq } from "drizzle-orm";
import { awardChanges, awards } from "#drizzle/schema/microcredentials/awards";
import { getProvider } from "~/catalog/providers/provider.server";
import { standingOf } from "~/microcredentials/awards/award-standing";
import type { Reader } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { dateOf } from "~/platform/time/time-zone";
import { type BadgeStanding, VERDICT_OF } from "./badge-check";
import { type Badge, findCurrentBadge } from "./badge.server";

/** Whether a badge on record stands now, since when it does not, and why: what anybody may know who has it (M3, as D5). */
export function standingOfBadge(db: Reader, badge: Badge, now: number): BadgeStanding {
  const award = rowOf(db.select().from(awards).where(eq(awards.id, badge.awardId)), `award ${badge.awardId}`);
  const { timeZone } = getProvider(db, award.providerId);
  const on = (at: number | null) => (at === null ? null : dateOf(at, timeZone));
  const standing = standingOf(award, now);
  if (standing === "expired") return { verdict: "expired", on: on(award.expiresAt), reason: null, successor: null };
  if (standing !== "current") {
    const reason = db
      .select()
      .from(awardChanges)
      .where(eq(awardChanges.awardId, award.id))
      .orderBy(desc(awardChanges.at))
      .all()
      .find(({ kind }) => kind === standing)?.reason;
    const at = standing === "revoked" ? award.revokedAt : award.suspendedAt;
    return { verdict: VERDICT_OF[standing], on: on(at), reason: reason ?? null, successor: null };
  }
  if (badge.replacedAt === null) return { verdict: "genuine", on: null, reason: null, successor: null };
  const successor = findCurrentBadge(db, award.id);
  return { verdict: "superseded", on: on(badge.replacedAt), reason: null, successor: successor?.code ?? null };
}
