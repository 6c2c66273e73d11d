import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { storedFiles } from "#drizzle/schema/files";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import {
  portfolioChanges,
  portfolioFiles,
  portfolioParts,
  portfolios,
  submissions,
} from "#drizzle/schema/microcredentials/portfolios";
import { portfolioFileScans } from "#drizzle/schema/microcredentials/evidence";
import { heldBackBy } from "~/microcredentials/evidence/scan.server";
import { getMicrocredential, getVersion } from "~/microcredentials/definitions/definition.server";
import type { ActorContext, Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { newId } from "~/platform/ids";
import type { Content, PartContent } from "./portfolio";
import { canFollow, type PortfolioStatus } from "./portfolio-status";

export type Portfolio = typeof portfolios.$inferSelect;
export type Submission = typeof submissions.$inferSelect;

/** A portfolio of the actor's own; null for any other. */
export function findMyPortfolio(db: Reader, ctx: ActorContext, portfolioId: string): Portfolio | null {
  const mine = and(eq(portfolios.id, portfolioId), eq(portfolios.personId, ctx.actor.personId));
  return db.select().from(portfolios).where(mine).get() ?? null;
}

/**
 * A portfolio of the actor's own, whole.
 * @throws Response 404 for any other
 */
export function getMyPortfolio(ctx: ActorContext, portfolioId: string) {
  const portfolio = findMyPortfolio(ctx.db, ctx, portfolioId);
  if (!portfolio) throw notFound();
  const { definition } = getVersion(ctx.db, portfolio.versionId);
  const microcredential = getMicrocredential(ctx.db, portfolio.microcredentialId);
  return {
    portfolio,
    microcredential,
    definition,
    ...readContent(ctx.db, portfolio.id),
    settled: listSettled(ctx.db, portfolio.id),
    /** Whether new assessors may practise on it; null while nothing was handed in. */
    forPractice: listSubmissions(ctx.db, portfolio.id)[0]?.forPractice ?? null,
    history: listPortfolioChanges(ctx.db, portfolio.id),
  };
}

/** What stands in a portfolio now, and how often each part was changed. */
export function readContent(db: Reader, portfolioId: string): { content: Content; revisions: Record<string, number> } {
  const parts = db.select().from(portfolioParts).where(eq(portfolioParts.portfolioId, portfolioId)).all();
  const files = db
    .select({
      id: portfolioFiles.id,
      partKey: portfolioFiles.partKey,
      name: portfolioFiles.name,
      size: storedFiles.size,
      verdict: portfolioFileScans.verdict,
      reason: portfolioFileScans.reason,
    })
    .from(portfolioFiles)
    .leftJoin(portfolioFileScans, eq(portfolioFileScans.fileId, portfolioFiles.id))
    .innerJoin(storedFiles, eq(storedFiles.sha256, portfolioFiles.fileHash))
    .where(and(eq(portfolioFiles.portfolioId, portfolioId), isNull(portfolioFiles.removedAt)))
    .orderBy(asc(portfolioFiles.id))
    .all();
  const content: Record<string, PartContent> = {};
  for (const { partKey, text, links } of parts) content[partKey] = { text, links, files: [] };
  for (const { partKey, id, name, size, ...scan } of files) {
    const part = (content[partKey] ??= { text: "", links: [], files: [] });
    const held = heldBackBy(scan);
    part.files.push({ id, name, size, ...(held && { held }) });
  }
  return { content, revisions: Object.fromEntries(parts.map(({ partKey, revision }) => [partKey, revision])) };
}

/** What was handed in so far, newest first. */
export function listSubmissions(db: Reader, portfolioId: string): Submission[] {
  return db
    .select()
    .from(submissions)
    .where(eq(submissions.portfolioId, portfolioId))
    .orderBy(desc(submissions.round))
    .all();
}

/** Keys of the criteria that earlier rounds demonstrated (M1). */
export function listSettled(db: Reader, portfolioId: string): string[] {
  const decided = listSubmissions(db, portfolioId).find(({ demonstrated }) => demonstrated !== null);
  return decided?.demonstrated ?? [];
}

/** What became of a portfolio, oldest first. */
export function listPortfolioChanges(db: Reader, portfolioId: string) {
  return db
    .select()
    .from(portfolioChanges)
    .where(eq(portfolioChanges.portfolioId, portfolioId))
    .orderBy(asc(portfolioChanges.id))
    .all();
}

/**
 * Moves a portfolio to another status, if nobody has moved it meanwhile, and appends the change.
 * @throws Error for a change that no rule allows
 * @returns false when it has another status by now
 */
export function moveTo(
  tx: Transaction,
  ctx: Context,
  portfolio: Pick<Portfolio, "id" | "status">,
  toStatus: PortfolioStatus,
  values: Partial<Portfolio> = {},
  reason: string | null = null,
): boolean {
  const { id, status: fromStatus } = portfolio;
  if (!canFollow(fromStatus, toStatus)) throw new Error(`A portfolio does not go from ${fromStatus} to ${toStatus}.`);
  const moved = tx
    .update(portfolios)
    .set({ ...values, status: toStatus, updatedAt: ctx.now })
    .where(and(eq(portfolios.id, id), eq(portfolios.status, fromStatus)))
    .run();
  if (moved.changes === 0) return false;
  appendChange(tx, ctx, { portfolioId: id, fromStatus, toStatus, reason });
  return true;
}

/** Appends what became of a portfolio. */
export function appendChange(
  tx: Transaction,
  ctx: Context,
  change: Pick<typeof portfolioChanges.$inferInsert, "portfolioId" | "fromStatus" | "toStatus" | "reason">,
): void {
  const by = { id: newId(), at: ctx.now, actorId: ctx.actor?.personId ?? null };
  tx.insert(portfolioChanges)
    .values({ ...change, ...by })
    .run();
}

/** The actor's portfolios, the one that was changed last first. */
export function listMyPortfolios(ctx: ActorContext) {
  return ctx.db
    .select({ portfolio: portfolios, title: microcredentials.title })
    .from(portfolios)
    .innerJoin(microcredentials, eq(microcredentials.id, portfolios.microcredentialId))
    .where(eq(portfolios.personId, ctx.actor.personId))
    .orderBy(desc(portfolios.updatedAt))
    .all()
    .map(({ portfolio, title }) => ({ ...portfolio, title }));
}
