import { and, eq, isNotNull, sql } from "drizzle-orm";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { providers } from "#drizzle/schema/providers";
import { standingOf } from "~/microcredentials/awards/award-standing";
import { isRenewable } from "~/microcredentials/awards/renewal";
import { listAwardsOf } from "~/microcredentials/awards/award.server";
import { findActiveVersion } from "~/microcredentials/definitions/definition.server";
import { howLong } from "~/microcredentials/definitions/how-long";
import { findApproval } from "~/microcredentials/hours/hours-decision.server";
import { findLivePortfolio, listMissing, listTitles } from "~/microcredentials/portfolios/start.server";
import type { Context } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { notFound } from "~/platform/http/responses.server";

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
    howLong: readHowLong(db, id),
    approvedMinutes: findApproval(db, version.id, now)?.minutes ?? null,
    prerequisites: definition.prerequisites.map((each) => ({ ...each, title: titles.get(each.id) ?? "" })),
    stack: parts.map((each) => ({ ...each, title: titles.get(each.id) ?? "" })),
    mine: actor
      ? {
          portfolio: findLivePortfolio(db, actor.personId, id),
          award: findHeld(ctx, actor.personId, { id, isStack: parts.length > 0 }),
          missing: listMissing(db, actor.personId, now, definition.prerequisites).map(({ title }) => title),
        }
      : null,
  };
}

/** Whether somebody holds a valid award of it, and whether all that they hold can be renewed; a stack renews itself. */
function findHeld(
  { db, now }: Context,
  personId: string,
  { id, isStack }: { id: string; isStack: boolean },
): "held" | "renewable" | null {
  const held = listAwardsOf(db, personId).filter(
    (award) => award.microcredentialId === id && standingOf(award, now) === "current",
  );
  if (held.length === 0) return null;
  return !isStack && held.every((award) => isRenewable(award, now)) ? "renewable" : "held";
}

/** How long people took so far; null where too few were awarded to tell. */
function readHowLong(db: Reader, microcredentialId: string) {
  const ofThis = eq(portfolios.microcredentialId, microcredentialId);
  const awarded = db
    .select({ ms: sql<number>`${portfolios.decidedAt} - ${portfolios.startedAt}` })
    .from(portfolios)
    .where(and(ofThis, eq(portfolios.status, "awarded"), isNotNull(portfolios.decidedAt)))
    .all();
  const decided = db
    .select({ ms: sql<number>`${submissions.decidedAt} - ${submissions.submittedAt}` })
    .from(submissions)
    .innerJoin(portfolios, eq(portfolios.id, submissions.portfolioId))
    .where(and(ofThis, isNotNull(submissions.decidedAt)))
    .all();
  const spans = (rows: { ms: number }[]) => rows.map(({ ms }) => ms);
  return howLong(spans(awarded), spans(decided));
}
