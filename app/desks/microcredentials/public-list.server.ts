import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { programAreas } from "#drizzle/schema/catalog";
import { microcredentials, microcredentialVersions } from "#drizzle/schema/microcredentials/definitions";
import { portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { providers } from "#drizzle/schema/providers";
import { standingOf } from "~/microcredentials/awards/award-standing";
import { listAwardsOf } from "~/microcredentials/awards/award.server";
import { findActiveVersion } from "~/microcredentials/definitions/definition.server";
import { findLivePortfolio, listMissing, listTitles } from "~/microcredentials/portfolios/start.server";
import type { Context } from "~/platform/context";
import { everyWord, holdsTyped } from "~/platform/database/contains.server";
import { byLetters } from "~/platform/database/letter-order.server";
import { rowOf } from "~/platform/database/rows.server";
import { notFound } from "~/platform/http/responses.server";

const DAY_MS = 86_400_000;
/** Fewer decisions than that tell of single people (P4). */
const FEWEST_DECISIONS = 10;

const isActive = and(isNotNull(microcredentialVersions.publishedAt), isNull(microcredentialVersions.replacedAt));

/** What people can work on now, by title: of an area, holding some words. */
export function listPublicMicrocredentials({ db }: Context, { area, words }: { area: string | null; words: string }) {
  const competency = sql<string>`json_extract(${microcredentialVersions.definition}, '$.competency')`;
  const found =
    words.trim() === ""
      ? undefined
      : everyWord(words, (word) => or(holdsTyped(word, microcredentials.title, competency)));
  return db
    .select({
      id: microcredentials.id,
      title: microcredentials.title,
      area: programAreas.name,
      provider: providers.shortName,
      competency,
      isStack: sql<number>`json_array_length(${microcredentialVersions.definition}, '$.stack') > 0`,
    })
    .from(microcredentials)
    .innerJoin(
      microcredentialVersions,
      and(eq(microcredentialVersions.microcredentialId, microcredentials.id), isActive),
    )
    .innerJoin(programAreas, eq(programAreas.code, microcredentials.programArea))
    .innerJoin(providers, eq(providers.id, microcredentials.providerId))
    .where(
      and(
        eq(microcredentials.state, "published"),
        area === null ? undefined : eq(microcredentials.programArea, area),
        found,
      ),
    )
    .orderBy(byLetters(microcredentials.title))
    .all();
}

/**
 * What everybody reads of a micro-credential, and what whoever asks has of it.
 * @throws Response 404 for a draft
 */
export function getPublicMicrocredential(ctx: Context, id: string) {
  const { db, now, actor } = ctx;
  const row = db.select().from(microcredentials).where(eq(microcredentials.id, id)).get();
  const version = findActiveVersion(db, id);
  if (!row || !version) throw notFound();
  const { definition } = version;
  const provider = rowOf(
    db.select({ name: providers.name }).from(providers).where(eq(providers.id, row.providerId)),
    "provider",
  );
  const parts = definition.stack.map((each) => ({ kind: "microcredential" as const, id: each }));
  const titles = listTitles(db, [...definition.prerequisites, ...parts]);
  return {
    microcredential: { id, title: row.title, state: row.state },
    provider: provider.name,
    definition,
    usualDays: usualDays(db, id),
    prerequisites: definition.prerequisites.map((each) => ({ ...each, title: titles.get(each.id) ?? "" })),
    stack: parts.map((each) => ({ ...each, title: titles.get(each.id) ?? "" })),
    mine: actor
      ? {
          portfolio: findLivePortfolio(db, actor.personId, id),
          award: listAwardsOf(db, actor.personId).some(
            (award) => award.microcredentialId === id && standingOf(award, now) === "current",
          ),
          missing: listMissing(db, actor.personId, now, definition.prerequisites).map(({ title }) => title),
        }
      : null,
  };
}

/** Days that half of the decisions took at most; null for too few to tell. */
function usualDays(db: Context["db"], microcredentialId: string): number | null {
  const took = db
    .select({ ms: sql<number>`${submissions.decidedAt} - ${submissions.submittedAt}` })
    .from(submissions)
    .innerJoin(portfolios, eq(portfolios.id, submissions.portfolioId))
    .where(and(eq(portfolios.microcredentialId, microcredentialId), isNotNull(submissions.decidedAt)))
    .orderBy(sql`1`)
    .all();
  if (took.length < FEWEST_DECISIONS) return null;
  return Math.max(1, Math.ceil((took[Math.floor((took.length - 1) / 2)]?.ms ?? 0) / DAY_MS));
}
