import { and, eq } from "drizzle-orm";
import { portfolioParts, portfolios } from "#drizzle/schema/microcredentials/portfolios";
import type { EvidencePart, EvidenceKind } from "~/microcredentials/definitions/definition";
import { getVersion } from "~/microcredentials/definitions/definition.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
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

/** A part of the actor's own portfolio that can be written in now. */
export function findOpenPart(
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

/** Notes that its author worked on a portfolio. */
export function touch(tx: Transaction, ctx: ActorContext, portfolioId: string): void {
  tx.update(portfolios).set({ updatedAt: ctx.now }).where(eq(portfolios.id, portfolioId)).run();
}
