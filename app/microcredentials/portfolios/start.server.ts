import { and, eq, inArray, isNull } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { portfolios } from "#drizzle/schema/microcredentials/portfolios";
import { listCurrentCredits } from "~/credits/ledger/ledger.server";
import { standingOf } from "~/microcredentials/awards/award-standing";
import { isRenewable } from "~/microcredentials/awards/renewal";
import type { Prerequisite } from "~/microcredentials/definitions/definition";
import {
  findActiveVersion,
  type Microcredential,
  type Version,
} from "~/microcredentials/definitions/definition.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { appendChange } from "./portfolio.server";
import { LIVE_STATUSES } from "./portfolio-status";
import type { PortfolioRefusal } from "./refusal";

/** Begins a portfolio under the version that is published now. */
export function startPortfolio(
  ctx: ActorContext,
  microcredentialId: string,
): Outcome<{ id: string }, PortfolioRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const personId = ctx.actor.personId;
    const open = findOpen(tx, microcredentialId);
    if (!open) return refuse("unknown-microcredential");
    const { definition, id: versionId } = open.version;
    if (definition.stack.length > 0) return refuse("is-stack");
    if (findLivePortfolio(tx, personId, microcredentialId)) return refuse("already-begun");
    if (holdsForLong(tx, ctx, microcredentialId)) return refuse("already-awarded");
    const missing = listMissing(tx, personId, ctx.now, definition.prerequisites);
    if (missing.length > 0) return refuse("missing-prerequisite");
    const id = newId();
    const at = { startedAt: ctx.now, updatedAt: ctx.now };
    tx.insert(portfolios)
      .values({ id, microcredentialId, versionId, personId, status: "draft", ...at })
      .run();
    appendChange(tx, ctx, { portfolioId: id, fromStatus: null, toStatus: "draft", reason: null });
    recordAudit(tx, ctx, { action: "portfolio.started", subjectId: id, personId, detail: { microcredentialId } });
    return ok({ id });
  });
}

/** One with which people begin now, with its version; null for any other. */
function findOpen(db: Reader, id: string): { microcredential: Microcredential; version: Version } | null {
  const microcredential = db.select().from(microcredentials).where(eq(microcredentials.id, id)).get();
  const version = findActiveVersion(db, id);
  return microcredential?.state === "published" && version ? { microcredential, version } : null;
}

/** The portfolio on which somebody works for a micro-credential; null for none. */
export function findLivePortfolio(db: Reader, personId: string, microcredentialId: string) {
  const live = and(
    eq(portfolios.personId, personId),
    eq(portfolios.microcredentialId, microcredentialId),
    inArray(portfolios.status, LIVE_STATUSES),
  );
  return db.select({ id: portfolios.id, status: portfolios.status }).from(portfolios).where(live).get() ?? null;
}

/** Whether the actor holds an award that is valid and not near its end. */
function holdsForLong(db: Reader, { actor, now }: ActorContext, microcredentialId: string): boolean {
  const theirs = and(eq(awards.personId, actor.personId), eq(awards.microcredentialId, microcredentialId));
  const held = db.select().from(awards).where(theirs).all();
  return held.some((award) => standingOf(award, now) === "current" && !isRenewable(award, now));
}

/** Ids of the micro-credentials of which somebody holds an award that is valid now. */
export function listHeld(db: Reader, personId: string, now: number): Set<string> {
  const theirs = and(eq(awards.personId, personId), isNull(awards.revokedAt));
  const rows = db.select().from(awards).where(theirs).all();
  return new Set(
    rows.filter((row) => standingOf(row, now) === "current").map(({ microcredentialId }) => microcredentialId),
  );
}

/** What somebody still needs of what a micro-credential builds on, with its title: a posted credit, or a valid award. */
export function listMissing(
  db: Reader,
  personId: string,
  now: number,
  prerequisites: readonly Prerequisite[],
): (Prerequisite & { title: string })[] {
  if (prerequisites.length === 0) return [];
  const held = listHeld(db, personId, now);
  const taken = listCreditedCourses(db, personId);
  const titles = listTitles(db, prerequisites);
  return prerequisites
    .filter(({ kind, id }) => !(kind === "course" ? taken : held).has(id))
    .map((each) => ({ ...each, title: titles.get(each.id) ?? "" }));
}

function listCreditedCourses(db: Reader, personId: string): Set<string> {
  const offeringIds = listCurrentCredits(db, personId)
    .filter(({ minutes }) => minutes > 0)
    .flatMap(({ offeringId }) => offeringId ?? []);
  if (offeringIds.length === 0) return new Set();
  const rows = db
    .select({ courseId: offerings.courseId })
    .from(offerings)
    .where(inArray(offerings.id, offeringIds))
    .all();
  return new Set(rows.map(({ courseId }) => courseId));
}

/** What prerequisites are called, by id. */
export function listTitles(db: Reader, prerequisites: readonly Prerequisite[]): Map<string, string> {
  const ids = prerequisites.map(({ id }) => id);
  const named = [
    ...db.select({ id: courses.id, title: courses.title }).from(courses).where(inArray(courses.id, ids)).all(),
    ...db
      .select({ id: microcredentials.id, title: microcredentials.title })
      .from(microcredentials)
      .where(inArray(microcredentials.id, ids))
      .all(),
  ];
  return new Map(named.map(({ id, title }) => [id, title]));
}
