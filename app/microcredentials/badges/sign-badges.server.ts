import { and, asc, eq, isNull } from "drizzle-orm";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { badges } from "#drizzle/schema/microcredentials/badges";
import { tellAwarded } from "~/microcredentials/portfolios/portfolio-message.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
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

/** As many are stored in one transaction, which holds the writer's lock. */
const BATCH = 20;
/** As many are signed in one run, so that other jobs get their turn. */
const MOST_IN_RUN = 500;
const KIND = "badge to sign";

/**
 * Signs badges that were written down and are not signed yet, oldest first, at most so many, and tells of new awards, whose mail brings the badge along.
 * Two processes may do it at once: one signature is kept, one mail written. One that cannot be signed never stops the next.
 * @returns how many it signed
 */
export async function signDueBadges(ctx: Context, most = MOST_IN_RUN): Promise<number> {
  let stored = 0;
  for (let tried = 0; tried < most; tried += BATCH) {
    const due = ctx.db
      .select()
      .from(badges)
      .where(and(isNull(badges.credential), isDueToTry(KIND, badges.id, ctx.now)))
      .orderBy(asc(badges.madeAt))
      .limit(Math.min(BATCH, most - tried))
      .all();
    if (due.length === 0) break;
    const signed: Signed[] = [];
    for (const badge of due) {
      await tryOneLater(ctx, KIND, badge.id, async () => signed.push(await signBadge(ctx, badge)));
    }
    stored += inTransaction(ctx.db, (tx) => signed.filter((each) => store(tx, ctx, each)).length);
  }
  return stored;
}

interface Signed {
  badge: Badge;
  credential: string;
  keyId: string;
}

async function signBadge(ctx: Context, badge: Badge): Promise<Signed> {
  const { parameters, code, statusList: list, statusIndex: index } = badge;
  const key = await getSigningKey(ctx, badgeKeyOf(parameters.provider));
  const unsigned = composeBadge(parameters, { code, list, index }, { origin, hash: sha256 });
  const did = badgeAddresses(origin).did(parameters.provider.id);
  const credential = JSON.stringify(await signCredential(unsigned, { did, key, now: ctx.now }));
  return { badge, credential, keyId: key.id };
}

/** False when another process was first. */
function store(tx: Transaction, ctx: Context, { badge, credential, keyId }: Signed): boolean {
  const { id, awardId, code, reason } = badge;
  const unsigned = and(eq(badges.id, id), isNull(badges.credential));
  if (tx.update(badges).set({ credential, signedAt: ctx.now }).where(unsigned).run().changes === 0) return false;
  const award = rowOf(tx.select().from(awards).where(eq(awards.id, awardId)), `award ${awardId}`);
  const { personId } = award;
  recordAudit(tx, ctx, { action: "badge.signed", subjectId: awardId, personId, detail: { code, keyId } });
  if (reason === null) tellAwarded(tx, ctx, award);
  return true;
}
