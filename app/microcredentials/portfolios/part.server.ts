import { and, count, eq, isNull } from "drizzle-orm";
import { portfolioFiles, portfolioParts, portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import type { EvidencePart, EvidenceKind } from "~/microcredentials/definitions/definition";
import { getVersion } from "~/microcredentials/definitions/definition.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { safeFileName } from "~/platform/files/file-name";
import { keepFile, receiveFile } from "~/platform/files/file-store.server";
import type { Once } from "~/platform/http/once";
import { once } from "~/platform/http/once.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { isOpenPart } from "./portfolio";
import { findMyPortfolio, listSettled, type Portfolio } from "./portfolio.server";
import { isWritable } from "./portfolio-status";
import type { PortfolioRefusal } from "./refusal";

/** What a device sends of a part: all of it, and how often the part had been changed when it was read. */
export interface PartInput {
  portfolioId: string;
  key: string;
  text: string;
  links: string[];
  revision: number;
}

/**
 * Saves the words or links of a part. A device that did not know what another one wrote is refused, unless both wrote the same:
 * nothing is overwritten in silence. Saving by itself leaves no row in the audit log, which would drown in them; a draft is its
 * author's alone, and what counts is kept when it is handed in.
 * @returns how often the part was changed by now
 */
export function savePart(ctx: ActorContext, input: PartInput): Outcome<{ revision: number }, PortfolioRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = findOpenPart(tx, ctx, input);
    if (!found.ok) return found;
    if (!takes(found.value.part.kind, input)) return refuse("unknown-part");
    const { portfolioId, key, text, links } = input;
    const theirs = and(eq(portfolioParts.portfolioId, portfolioId), eq(portfolioParts.partKey, key));
    const before = tx.select().from(portfolioParts).where(theirs).get();
    const revision = before?.revision ?? 0;
    const isSame = before?.text === text && JSON.stringify(before.links) === JSON.stringify(links);
    if (isSame) return ok({ revision });
    if (revision !== input.revision) return refuse("changed-elsewhere");
    const row = { text, links, revision: revision + 1, savedAt: ctx.now };
    tx.insert(portfolioParts)
      .values({ portfolioId, partKey: key, ...row })
      .onConflictDoUpdate({ target: [portfolioParts.portfolioId, portfolioParts.partKey], set: row })
      .run();
    touch(tx, ctx, portfolioId);
    return ok({ revision: row.revision });
  });
}

/** A part takes what it is made of. */
function takes(kind: EvidenceKind, { text, links }: PartInput): boolean {
  if (kind === "link") return text === "";
  return kind === "file" ? false : links.length === 0;
}

/** Adds a file to a part. */
export async function addPortfolioFile(
  ctx: ActorContext,
  { portfolioId, key, file }: { portfolioId: string; key: string; file: File },
  post: Once | null,
): Promise<Outcome<{ id: string }, PortfolioRefusal>> {
  const received = await receiveFile(ctx, file);
  if (!received.ok) return received;
  return once(ctx, "portfolio file", post, () =>
    inTransaction(ctx.db, (tx) => {
      const found = findOpenPart(tx, ctx, { portfolioId, key });
      if (!found.ok) return found;
      const { part, portfolio } = found.value;
      if (part.kind !== "file") return refuse("unknown-part");
      const theirs = and(
        eq(portfolioFiles.portfolioId, portfolioId),
        eq(portfolioFiles.partKey, key),
        isNull(portfolioFiles.removedAt),
      );
      if (countOf(tx.select({ count: count() }).from(portfolioFiles).where(theirs)) >= part.most)
        return refuse("too-many-files");
      keepFile(tx, ctx, received.value);
      const id = newId();
      const name = safeFileName(file.name, received.value.extension);
      const { sha256: fileHash } = received.value;
      tx.insert(portfolioFiles).values({ id, portfolioId, partKey: key, fileHash, name, addedAt: ctx.now }).run();
      touch(tx, ctx, portfolioId);
      record(tx, ctx, portfolio, "portfolio.file-added", { name });
      return ok({ id });
    }),
  );
}

/** Takes a file out of a part. One that was handed in before stays with what was handed in. */
export function removePortfolioFile(
  ctx: ActorContext,
  { portfolioId, fileId }: { portfolioId: string; fileId: string },
): Outcome<{ id: string }, PortfolioRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const theirs = and(
      eq(portfolioFiles.id, fileId),
      eq(portfolioFiles.portfolioId, portfolioId),
      isNull(portfolioFiles.removedAt),
    );
    const file = tx.select().from(portfolioFiles).where(theirs).get();
    if (!file) return refuse(findMyPortfolio(tx, ctx, portfolioId) ? "unknown-file" : "unknown-portfolio");
    const found = findOpenPart(tx, ctx, { portfolioId, key: file.partKey });
    if (!found.ok) return found;
    const handedIn = tx.select().from(submissions).where(eq(submissions.portfolioId, portfolioId)).all();
    if (handedIn.length > 0) tx.update(portfolioFiles).set({ removedAt: ctx.now }).where(theirs).run();
    else tx.delete(portfolioFiles).where(theirs).run();
    touch(tx, ctx, portfolioId);
    record(tx, ctx, found.value.portfolio, "portfolio.file-removed", { name: file.name });
    return ok({ id: fileId });
  });
}

/** A part of the actor's own portfolio that can be written in now. */
function findOpenPart(
  tx: Transaction,
  ctx: ActorContext,
  { portfolioId, key }: { portfolioId: string; key: string },
): Outcome<{ portfolio: Portfolio; part: EvidencePart }, PortfolioRefusal> {
  const portfolio = findMyPortfolio(tx, ctx, portfolioId);
  if (!portfolio) return refuse("unknown-portfolio");
  if (!isWritable(portfolio.status)) return refuse("not-writable");
  const { definition } = getVersion(tx, portfolio.versionId);
  const part = definition.evidence.find((each) => each.key === key);
  if (!part) return refuse("unknown-part");
  if (!isOpenPart(part, definition, listSettled(tx, portfolioId))) return refuse("part-frozen");
  return ok({ portfolio, part });
}

function touch(tx: Transaction, ctx: ActorContext, portfolioId: string): void {
  tx.update(portfolios).set({ updatedAt: ctx.now }).where(eq(portfolios.id, portfolioId)).run();
}

function record(
  tx: Transaction,
  ctx: ActorContext,
  { id, personId }: Portfolio,
  action: string,
  detail: Record<string, unknown>,
): void {
  recordAudit(tx, ctx, { action, subjectId: id, personId, detail });
}
