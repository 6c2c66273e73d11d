import { and, asc, eq } from "drizzle-orm";
import { awardChanges, awards } from "#drizzle/schema/microcredentials/awards";
import { awardPages } from "#drizzle/schema/microcredentials/badges";
import { getProvider } from "~/catalog/providers/provider.server";
import { CODE_LENGTH, groupCode } from "~/documents/issuing/document-code";
import {
  type Badge,
  findCurrentBadge,
  findOutdated,
  listBadges,
  prepareBadge,
  readParameters,
} from "~/microcredentials/badges/badge.server";
import { getVersion } from "~/microcredentials/definitions/definition.server";
import { listSubmissions } from "~/microcredentials/portfolios/portfolio.server";
import type { Content } from "~/microcredentials/portfolios/portfolio";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { newCode } from "~/platform/secrets/codes.server";
import type { Award } from "./award.server";
import { canChange, standingOf } from "./award-standing";
import type { EvidenceChoice } from "./award-page";

type AwardPage = typeof awardPages.$inferSelect;
export type AwardPageRefusal = "changed-meanwhile" | "not-possible-now" | "nothing-to-renew";

/** Each refusal in plain words. */
export const AWARD_PAGE_REFUSALS: Record<AwardPageRefusal, string> = {
  "changed-meanwhile": "You changed this page in another window meanwhile. Reload it and look again.",
  "not-possible-now": "This award is revoked, so nothing new is made of it.",
  "nothing-to-renew": "Your badge already says what is on record.",
};

/** The actor's own award; null for any other. */
export function findMyAward(db: Reader, ctx: ActorContext, awardId: string): Award | null {
  const mine = and(eq(awards.id, awardId), eq(awards.personId, ctx.actor.personId));
  return db.select().from(awards).where(mine).get() ?? null;
}

/**
 * The actor's own award with its badge, its page and what became of it.
 * @throws Response 404 for any other
 */
export function getMyAward(ctx: ActorContext, awardId: string) {
  const { db, now } = ctx;
  const award = findMyAward(db, ctx, awardId);
  if (!award) throw notFound();
  const { definition } = getVersion(db, award.versionId);
  const { name: provider, timeZone } = getProvider(db, award.providerId);
  const badge = findCurrentBadge(db, awardId);
  const page = findAwardPage(db, awardId);
  return {
    award,
    title: definition.title,
    provider,
    timeZone,
    standing: standingOf(award, now),
    badge: badge && { code: badge.code, isSigned: badge.signedAt !== null },
    outdated: badge ? findOutdated(db, badge) : [],
    page,
    evidence: listEvidence(db, award),
    history: listHistory(db, awardId),
  };
}

/** What its holder can choose to show: the parts as they were handed in when they were found demonstrated. */
export function listEvidence(db: Reader, { portfolioId, versionId }: Pick<Award, "portfolioId" | "versionId">) {
  const [submission] = portfolioId === null ? [] : listSubmissions(db, portfolioId);
  if (!submission) return [];
  const content = submission.content as Content;
  return getVersion(db, versionId).definition.evidence.flatMap(({ key, title, words, kind }): EvidenceChoice[] => {
    const part = content[key];
    return part ? [{ key, title, words, kind, ...part }] : [];
  });
}

/** The page of an award as its holder set it up; null while they never did. */
export function findAwardPage(db: Reader, awardId: string): AwardPage | null {
  return db.select().from(awardPages).where(eq(awardPages.awardId, awardId)).get() ?? null;
}

/** What became of an award and of its badge, oldest first. */
function listHistory(db: Reader, awardId: string) {
  const changes = db
    .select()
    .from(awardChanges)
    .where(eq(awardChanges.awardId, awardId))
    .orderBy(asc(awardChanges.at))
    .all();
  return [
    ...changes.map(({ id, kind, reason, at }) => ({ id, kind, reason, at, code: null })),
    ...listBadges(db, awardId).map(({ id, reason, madeAt: at, code }) => ({
      id,
      kind: "badge" as const,
      reason,
      at,
      code,
    })),
  ].sort((a, b) => a.at - b.at);
}

interface PageChoice {
  awardId: string;
  isPublic: boolean;
  shown: string[];
  shownFiles: string[];
  inBadge: boolean;
  revision: number;
}

/**
 * Turns the public page of the actor's own award on or off, and chooses what it shows. Where the badge names evidence, or is to,
 * a new badge takes its place.
 */
export function saveAwardPage(
  ctx: ActorContext,
  { awardId, revision, ...choice }: PageChoice,
): Outcome<{ isPublic: boolean; isReplaced: boolean }, AwardPageRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const award = findMyAward(tx, ctx, awardId);
    if (!award) throw notFound();
    const before = findAwardPage(tx, awardId);
    if ((before?.revision ?? 0) !== revision) return refuse("changed-meanwhile");
    const offered = listEvidence(tx, award);
    const values = {
      ...choice,
      shown: choice.shown.filter((key) => offered.some((part) => part.key === key)),
      shownFiles: choice.shownFiles.filter((id) => offered.some(({ files }) => files.some((file) => file.id === id))),
      revision: revision + 1,
      changedAt: ctx.now,
    };
    tx.insert(awardPages)
      .values({ awardId, code: groupCode(newCode(CODE_LENGTH)), ...values })
      .onConflictDoUpdate({ target: awardPages.awardId, set: values })
      .run();
    const { personId } = award;
    const detail = { isPublic: values.isPublic, shown: values.shown, inBadge: values.inBadge };
    recordAudit(tx, ctx, { action: "award.page-changed", subjectId: awardId, personId, detail });
    const isReplaced = nameEvidence(tx, ctx, award);
    return ok({ isPublic: values.isPublic, isReplaced });
  });
}

/** Makes a new badge where the evidence that it names is not what its holder chose. */
function nameEvidence(tx: Transaction, ctx: ActorContext, award: Award): boolean {
  const badge = findCurrentBadge(tx, award.id);
  if (!badge || !canChange("replaced", standingOf(award, ctx.now))) return false;
  const wanted = readParameters(tx, award.id).evidence.map(({ key }) => key);
  const named = badge.parameters.evidence.map(({ key }) => key);
  if (wanted.join() === named.join()) return false;
  replaceMine(tx, ctx, award, "Its holder chose other evidence to be named in it.");
  return true;
}

/** Makes a new badge of the actor's own award where name, address or date on record are others by now (M3). */
export function renewMyBadge(ctx: ActorContext, awardId: string): Outcome<{ id: string }, AwardPageRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const award = findMyAward(tx, ctx, awardId);
    if (!award) throw notFound();
    if (!canChange("replaced", standingOf(award, ctx.now))) return refuse("not-possible-now");
    const badge = findCurrentBadge(tx, awardId);
    if (!badge || findOutdated(tx, badge).length === 0) return refuse("nothing-to-renew");
    replaceMine(tx, ctx, award, "What is on record has changed.");
    return ok({ id: awardId });
  });
}

function replaceMine(tx: Transaction, ctx: ActorContext, { id: awardId, personId }: Award, reason: string): void {
  const by = { at: ctx.now, actorId: ctx.actor.personId };
  tx.insert(awardChanges)
    .values({ id: newId(), awardId, kind: "replaced", reason, ...by })
    .run();
  prepareBadge(tx, ctx, awardId, reason);
  recordAudit(tx, ctx, { action: "award.replaced", subjectId: awardId, personId, detail: { reason } });
}

/**
 * An award whose holder shows it, by the code of its page.
 * @throws Response 404 while it is turned off: as if there were none
 */
export function getShownAward({ db }: Context, code: string): { award: Award; page: AwardPage; badge: Badge | null } {
  const row = db
    .select({ award: awards, page: awardPages })
    .from(awardPages)
    .innerJoin(awards, eq(awards.id, awardPages.awardId))
    .where(and(eq(awardPages.code, groupCode(code)), eq(awardPages.isPublic, true)))
    .get();
  if (!row) throw notFound();
  return { ...row, badge: findCurrentBadge(db, row.award.id) };
}
