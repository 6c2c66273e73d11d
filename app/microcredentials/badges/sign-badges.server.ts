import { and, asc, eq, isNull } from "drizzle-orm";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { badges } from "#drizzle/schema/microcredentials/badges";
import { tellAwarded } from "~/microcredentials/portfolios/portfolio-message.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { origin } from "~/platform/env.server";
import { isDueToTry, tryOneLater } from "~/platform/jobs/each-due.server";
import { sha256 } from "~/platform/secrets/codes.server";
import { getSigningKey } from "~/platform/signing/signing-key.server";
import { composeBadge } from "./badge";
import { badgeAddresses } from "./badge-address";
import type { Badge } from "./badge.server";
import { badgeKeyOf } from "./issuer.server";
import { signCredential } from "./linked-data.server";

const BATCH = 50;
const KIND = "badge to sign";

/**
 * Signs every badge that was written down and is not signed yet, and tells of new awards, whose mail brings the badge along.
 * Two processes may do it at once: one signature is kept, one mail written. One that cannot be signed never stops the next.
 * @returns how many it signed
 */
export async function signDueBadges(ctx: Context): Promise<number> {
  let signed = 0;
  for (;;) {
    const due = ctx.db
      .select()
      .from(badges)
      .where(and(isNull(badges.credential), isDueToTry(KIND, badges.id, ctx.now)))
      .orderBy(asc(badges.madeAt))
      .limit(BATCH)
      .all();
    if (due.length === 0) return signed;
    for (const badge of due) signed += await tryOneLater(ctx, KIND, badge.id, () => signBadge(ctx, badge));
  }
}

/** 1 when this signed it, 0 when another process was first. */
async function signBadge(ctx: Context, badge: Badge): Promise<number> {
  const { parameters, code, statusList: list, statusIndex: index } = badge;
  const key = await getSigningKey(ctx, badgeKeyOf(parameters.provider));
  const unsigned = composeBadge(parameters, { code, list, index }, { origin, hash: sha256 });
  const did = badgeAddresses(origin).did(parameters.provider.id);
  const credential = JSON.stringify(await signCredential(unsigned, { did, key, now: ctx.now }));
  return inTransaction(ctx.db, (tx) => {
    const mine = and(eq(badges.id, badge.id), isNull(badges.credential));
    if (tx.update(badges).set({ credential, signedAt: ctx.now }).where(mine).run().changes === 0) return 0;
    const award = rowOf(tx.select().from(awards).where(eq(awards.id, badge.awardId)), `award ${badge.awardId}`);
    const { id: subjectId, personId } = award;
    recordAudit(tx, ctx, { action: "badge.signed", subjectId, personId, detail: { code, keyId: key.id } });
    if (badge.reason === null) tellAwarded(tx, ctx, award);
    return 1;
  });
}
