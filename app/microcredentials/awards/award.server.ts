import { and, desc, eq, inArray } from "drizzle-orm";
import { awardChanges, awards } from "#drizzle/schema/microcredentials/awards";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { getProvider } from "~/catalog/providers/provider.server";
import {
  findActiveVersion,
  getMicrocredential,
  getVersion,
  listStackParts,
  type Version,
} from "~/microcredentials/definitions/definition.server";
import { prepareBadge } from "~/microcredentials/badges/badge.server";
import { tellAwardChanged } from "~/microcredentials/portfolios/portfolio-message.server";
import { listHeld } from "~/microcredentials/portfolios/start.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { addYears, dateOf, startOfDate } from "~/platform/time/time-zone";
import { type AwardChangeKind, canChange, standingOf } from "./award-standing";
import { isRenewable } from "./renewal";

export type Award = typeof awards.$inferSelect;
export type AwardRefusal = "unknown-award" | "not-possible-now" | "in-future";

/** Each refusal in plain words. */
export const AWARD_REFUSALS: Record<AwardRefusal, string> = {
  "unknown-award": "There is no such award on your desk.",
  "not-possible-now": "Somebody has changed this award meanwhile. Reload the page and look again.",
  "in-future": "An award cannot have a date that is still to come.",
};

/** Awards what a portfolio demonstrated, and every stack that it completes. */
export function giveAward(
  tx: Transaction,
  ctx: Context,
  { portfolio, version }: { portfolio: { id: string; personId: string }; version: Version },
): void {
  insertAward(tx, ctx, { personId: portfolio.personId, version, portfolioId: portfolio.id });
  giveStacks(tx, ctx, portfolio.personId);
}

/** Stacks whose parts somebody holds by now are awarded by themselves; one may complete another. */
function giveStacks(tx: Transaction, ctx: Context, personId: string): void {
  for (const [id, parts] of listStackParts(tx)) {
    const held = listHeld(tx, personId, ctx.now);
    const version = findActiveVersion(tx, id);
    const isOpen = version && getMicrocredential(tx, id).state === "published";
    if (!isOpen || held.has(id) || !parts.every((part) => held.has(part))) continue;
    insertAward(tx, ctx, { personId, version, portfolioId: null });
    giveStacks(tx, ctx, personId);
    return;
  }
}

function insertAward(
  tx: Transaction,
  ctx: Context,
  { personId, version, portfolioId }: { personId: string; version: Version; portfolioId: string | null },
): void {
  const { microcredentialId, id: versionId } = version;
  const { providerId } = getMicrocredential(tx, microcredentialId);
  const { timeZone } = getProvider(tx, providerId);
  const awardedOn = dateOf(ctx.now, timeZone);
  const expiresAt = expiryOf(tx, { versionId, providerId }, awardedOn);
  const id = newId();
  tx.insert(awards)
    .values({
      id,
      providerId,
      microcredentialId,
      versionId,
      personId,
      portfolioId,
      awardedOn,
      awardedAt: ctx.now,
      expiresAt,
    })
    .run();
  recordAudit(tx, ctx, { action: "award.given", subjectId: id, personId, detail: { microcredentialId } });
  prepareBadge(tx, ctx, id, null);
}

interface AwardChange {
  awardId: string;
  kind: AwardChangeKind;
  reason: string;
  /** The date that it gets, `YYYY-MM-DD`, where it is replaced because of a wrong one. */
  awardedOn?: string;
}

/**
 * A coordinator revokes, suspends, resumes or replaces an award of their provider, for a reason that the person reads (M3).
 * Replacing makes a new badge of what is on record now; the old one says that a newer one has taken its place.
 */
export function changeAward(
  ctx: ScopedContext,
  { awardId, kind, reason, awardedOn: date }: AwardChange,
): Outcome<{ id: string }, AwardRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const mine = and(eq(awards.id, awardId), inArray(awards.providerId, ctx.scopeIds));
    const award = tx.select().from(awards).where(mine).get();
    if (!award) return refuse("unknown-award");
    if (!canChange(kind, standingOf(award, ctx.now))) return refuse("not-possible-now");
    const awardedOn = date === undefined || date === award.awardedOn ? null : date;
    if (awardedOn !== null && awardedOn > dateOf(ctx.now, getProvider(tx, award.providerId).timeZone))
      return refuse("in-future");
    const changeId = newId();
    const actorId = ctx.actor.personId;
    tx.insert(awardChanges).values({ id: changeId, awardId, kind, reason, awardedOn, at: ctx.now, actorId }).run();
    carryOut(tx, ctx, award, { kind, reason, awardedOn });
    const { personId } = award;
    const detail = { reason, ...(awardedOn !== null && { before: award.awardedOn, after: awardedOn }) };
    recordAudit(tx, ctx, { action: `award.${kind}`, subjectId: awardId, personId, detail });
    tellAwardChanged(tx, ctx, award, { changeId, kind, reason });
    return ok({ id: awardId });
  });
}

function carryOut(
  tx: Transaction,
  ctx: Context,
  award: Award,
  { kind, reason, awardedOn }: { kind: AwardChangeKind; reason: string; awardedOn: string | null },
): void {
  const values = {
    revoked: { revokedAt: ctx.now },
    suspended: { suspendedAt: ctx.now },
    resumed: { suspendedAt: null },
    replaced: awardedOn === null ? null : { awardedOn, expiresAt: expiryOf(tx, award, awardedOn) },
  }[kind];
  if (values) tx.update(awards).set(values).where(eq(awards.id, award.id)).run();
  if (kind === "replaced") prepareBadge(tx, ctx, award.id, reason);
}

/** Until when an award holds that was given on a date, by the version under which it was. */
function expiryOf(db: Reader, { versionId, providerId }: Pick<Award, "versionId" | "providerId">, awardedOn: string) {
  const { validYears } = getVersion(db, versionId).definition;
  const { timeZone } = getProvider(db, providerId);
  return validYears === null ? null : startOfDate(addYears(awardedOn, validYears), timeZone);
}

/** Somebody's awards with what they are of, newest first; revoked ones, too. */
export function listAwardsOf(db: Reader, personId: string) {
  return db
    .select({ award: awards, title: microcredentials.title })
    .from(awards)
    .innerJoin(microcredentials, eq(microcredentials.id, awards.microcredentialId))
    .where(eq(awards.personId, personId))
    .orderBy(desc(awards.awardedAt))
    .all()
    .map(({ award, title }) => ({ ...award, title }));
}

/** The actor's own awards. */
export const listMyAwards = (ctx: ActorContext) =>
  listAwardsOf(ctx.db, ctx.actor.personId).map((award) => ({
    ...award,
    standing: standingOf(award, ctx.now),
    isRenewable: isRenewable(award, ctx.now),
  }));
