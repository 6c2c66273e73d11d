import { and, asc, eq, isNotNull } from "drizzle-orm";
import { createCredential, createList } from "@digitalbazaar/vc-bitstring-status-list";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { badges } from "#drizzle/schema/microcredentials/badges";
import { providers } from "#drizzle/schema/providers";
import type { Context } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { sha256 } from "~/platform/secrets/codes.server";
import { getSigningKey } from "~/platform/signing/signing-key.server";
import type { Json } from "./badge";
import { badgeAddresses, STATUS_LIST_LENGTH, type StatusPurpose } from "./badge-address";
import { badgeKeyOf } from "./issuer.server";
import { signCredential } from "./linked-data.server";

/** Lists that this process has signed, by what they say: they are asked for far more often than they change. */
const signed = new Map<string, Json>();
const MOST_KEPT = 200;

/** When a badge's bit is set in the list of each purpose. */
const IS_SET = {
  revocation: isNotNull(awards.revokedAt),
  suspension: isNotNull(awards.suspendedAt),
  refresh: isNotNull(badges.replacedAt),
} as const satisfies Record<StatusPurpose, unknown>;

/**
 * A provider's status list as it is now, signed (Bitstring Status List 1.0); null where there is no such list. Made from what
 * is on record, so that it never says anything else.
 */
export async function getStatusList(
  ctx: Context,
  { providerId, purpose, list }: { providerId: string; purpose: StatusPurpose; list: number },
): Promise<Json | null> {
  const provider = ctx.db.select().from(providers).where(eq(providers.id, providerId)).get();
  if (!provider || list < 1 || list > countLists(ctx.db, providerId)) return null;
  const set = listSet(ctx.db, providerId, purpose, list);
  const key = await getSigningKey(ctx, badgeKeyOf(provider));
  const kept = sha256([provider.id, purpose, list, key.id, provider.name, ...set].join(" "));
  const known = signed.get(kept);
  if (known) return known;
  const bits = await createList({ length: STATUS_LIST_LENGTH });
  for (const index of set) bits.setStatus(index, true);
  const addresses = badgeAddresses(origin);
  const id = addresses.statusList(providerId, purpose, list);
  const unsigned = await createCredential({ id, list: bits, statusPurpose: purpose });
  const did = addresses.did(providerId);
  const validFrom = new Date(ctx.now).toISOString().slice(0, 19);
  const credential = await signCredential(
    { ...unsigned, issuer: did, validFrom: `${validFrom}Z` },
    { did, key, now: ctx.now },
  );
  if (signed.size >= MOST_KEPT) signed.clear();
  signed.set(kept, credential);
  return credential;
}

/** Every provider has a first list from the start; a further one as soon as a badge stands in it. */
function countLists(db: Reader, providerId: string): number {
  const newest = db
    .select({ list: badges.statusList })
    .from(badges)
    .where(eq(badges.providerId, providerId))
    .orderBy(asc(badges.statusList))
    .all();
  return newest.at(-1)?.list ?? 1;
}

function listSet(db: Reader, providerId: string, purpose: StatusPurpose, list: number): number[] {
  return db
    .select({ index: badges.statusIndex })
    .from(badges)
    .innerJoin(awards, eq(awards.id, badges.awardId))
    .where(and(eq(badges.providerId, providerId), eq(badges.statusList, list), IS_SET[purpose]))
    .orderBy(asc(badges.statusIndex))
    .all()
    .map(({ index }) => index);
}
