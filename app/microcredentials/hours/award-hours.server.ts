import { and, asc, eq, inArray } from "drizzle-orm";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { awardHours } from "#drizzle/schema/microcredentials/hours";
import { portfolios } from "#drizzle/schema/microcredentials/portfolios";
import { checkProviderYear } from "~/catalog/approval/approval.server";
import { getProvider } from "~/catalog/providers/provider.server";
import {
  type CreditBasis,
  educatorOfCredit,
  findNewestOf,
  insertCredit,
  providerOfCredit,
} from "~/credits/ledger/credit-row.server";
import type { CreditSnapshot } from "~/credits/ledger/credit-snapshot";
import { parseCredit } from "~/credits/ledger/ledger.server";
import { sendPosted } from "~/credits/ledger/posting.server";
import { findMyAward } from "~/microcredentials/awards/award-page.server";
import type { Award } from "~/microcredentials/awards/award.server";
import { standingOf } from "~/microcredentials/awards/award-standing";
import { getVersion } from "~/microcredentials/definitions/definition.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { notFound } from "~/platform/http/responses.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf } from "~/platform/time/time-zone";
import { AWARD_AFFIDAVIT, type HoursRefusal } from "./award-hours";
import { findApproval, type HoursDecisionRow } from "./hours-decision.server";

export type AwardHours = typeof awardHours.$inferSelect;

/** What of clock hours an award brings, and what became of them; null where the committee approved none before (M2). */
export function findAwardHours(
  db: Reader,
  award: Award,
): { approval: HoursDecisionRow; hours: AwardHours | null } | null {
  const approval = findApproval(db, award.versionId, award.awardedAt);
  if (!approval) return null;
  const hours = db.select().from(awardHours).where(eq(awardHours.awardId, award.id)).get() ?? null;
  return { approval, hours };
}

/** The actor claims the hours of their own award, under affidavit (T5, H9). What was returned can be claimed anew. */
export function claimAwardHours(ctx: ActorContext, awardId: string): Outcome<{ id: string }, HoursRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const award = findMyAward(tx, ctx, awardId);
    if (!award) throw notFound();
    const found = findAwardHours(tx, award);
    if (!found) return refuse("no-hours");
    if (standingOf(award, ctx.now) !== "current") return refuse("not-possible-now");
    if (found.hours && found.hours.status !== "returned") return refuse("not-possible-now");
    const values = {
      decisionId: found.approval.id,
      status: "claimed" as const,
      affidavitVersion: AWARD_AFFIDAVIT.version,
      affidavitText: AWARD_AFFIDAVIT.text,
      claimedAt: ctx.now,
      claimedByAccountId: ctx.actor.accountId,
      networkAddress: ctx.address,
      returnedReason: null,
      changedAt: ctx.now,
    };
    tx.insert(awardHours)
      .values({ awardId, ...values })
      .onConflictDoUpdate({ target: awardHours.awardId, set: values })
      .run();
    const detail = { minutes: found.approval.minutes, affidavit: AWARD_AFFIDAVIT.version };
    recordAudit(tx, ctx, { action: "award.hours-claimed", subjectId: awardId, personId: award.personId, detail });
    return ok({ id: awardId });
  });
}

/** The actor takes their claim back while the registrar has not posted it. */
export function takeAwardHoursBack(ctx: ActorContext, awardId: string): Outcome<{ id: string }, HoursRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const award = findMyAward(tx, ctx, awardId);
    if (!award) throw notFound();
    const mine = and(eq(awardHours.awardId, awardId), eq(awardHours.status, "claimed"));
    if (tx.delete(awardHours).where(mine).run().changes === 0) return refuse("not-possible-now");
    recordAudit(tx, ctx, { action: "award.hours-taken-back", subjectId: awardId, personId: award.personId });
    return ok({ id: awardId });
  });
}

/**
 * The registrar posts the hours of awards to the ledger, each once: what is posted already counts as done (T9). Nothing is
 * posted when one of them cannot be.
 * @returns the ids of the credits that were posted now
 */
export function postAwardHours(ctx: ScopedContext, awardIds: readonly string[]): Outcome<string[], HoursRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const rows = listScoped(tx, ctx, awardIds);
    if (rows.length !== new Set(awardIds).size) return refuse("unknown-award");
    const posted: string[] = [];
    for (const { award, hours } of rows) {
      if (hours.status === "posted") continue;
      const outcome = postOne(tx, ctx, award, hours);
      if (!outcome.ok) return outcome;
      posted.push(outcome.value);
    }
    return ok(posted);
  });
}

function postOne(tx: Transaction, ctx: ScopedContext, award: Award, hours: AwardHours): Outcome<string, HoursRefusal> {
  const approval = findApproval(tx, award.versionId, award.awardedAt);
  if (!approval) return refuse("no-hours");
  if (hours.status !== "claimed" || standingOf(award, ctx.now) === "revoked") return refuse("not-possible-now");
  if (!checkProviderYear(tx, award.providerId, award.awardedOn).ok) return refuse("provider-not-approved");
  const claimed = and(eq(awardHours.awardId, award.id), eq(awardHours.status, "claimed"));
  if (tx.update(awardHours).set({ status: "posted", changedAt: ctx.now }).where(claimed).run().changes === 0)
    return refuse("not-possible-now");
  const snapshot = takeAwardSnapshot(tx, award, approval, approval.minutes ?? 0);
  const id = insertCredit(tx, ctx, { awardId: award.id }, snapshot, { previous: null });
  recordAudit(tx, ctx, {
    action: "award.hours-posted",
    subjectId: award.id,
    personId: award.personId,
    detail: { creditId: id, minutes: approval.minutes },
  });
  sendPosted(tx, ctx, id, snapshot, null);
  return ok(id);
}

/** Everything that a transcript would show of the hours of an award, as it is now (D2, D3). */
function takeAwardSnapshot(
  tx: Transaction,
  award: Award,
  { inServiceNumber, minutes: approvedMinutes }: HoursDecisionRow,
  minutes: number,
): CreditSnapshot {
  const { definition } = getVersion(tx, award.versionId);
  return {
    educator: educatorOfCredit(tx, award.personId),
    course: { title: definition.title },
    offering: {
      id: award.id,
      inServiceNumber: inServiceNumber ?? "",
      startedOn: startOf(tx, award),
      completedOn: award.awardedOn,
      approvedMinutes: approvedMinutes ?? 0,
    },
    provider: providerOfCredit(getProvider(tx, award.providerId), award.awardedOn),
    instructors: [],
    minutes,
    designations: [],
  };
}

/** The day on which its portfolio was begun; of a stack, the day of the award. */
function startOf(tx: Reader, { portfolioId, awardedOn, providerId }: Award): string {
  if (portfolioId === null) return awardedOn;
  const { startedAt } = rowOf(tx.select().from(portfolios).where(eq(portfolios.id, portfolioId)), "portfolio");
  const startedOn = dateOf(startedAt, getProvider(tx, providerId).timeZone);
  return startedOn < awardedOn ? startedOn : awardedOn;
}

/** The registrar returns a claim of an award's hours with a reason that the person reads on their award's page. */
export function returnAwardHours(
  ctx: ScopedContext,
  { awardId, reason }: { awardId: string; reason: string },
): Outcome<{ id: string }, HoursRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const [row] = listScoped(tx, ctx, [awardId]);
    if (!row) return refuse("unknown-award");
    const claimed = and(eq(awardHours.awardId, awardId), eq(awardHours.status, "claimed"));
    const values = { status: "returned" as const, returnedReason: reason, changedAt: ctx.now };
    if (tx.update(awardHours).set(values).where(claimed).run().changes === 0) return refuse("not-possible-now");
    const { personId } = row.award;
    recordAudit(tx, ctx, { action: "award.hours-returned", subjectId: awardId, personId, detail: { reason } });
    return ok({ id: awardId });
  });
}

function listScoped(tx: Reader, ctx: ScopedContext, awardIds: readonly string[]) {
  const mine = and(inArray(awards.id, [...awardIds]), inArray(awards.providerId, ctx.scopeIds));
  return tx
    .select({ award: awards, hours: awardHours })
    .from(awards)
    .innerJoin(awardHours, eq(awardHours.awardId, awards.id))
    .where(mine)
    .orderBy(asc(awards.id))
    .all();
}

/**
 * Takes the posted hours of a revoked award off the ledger, as a correction to nothing (T7): the old version stays. Null
 * where nothing was posted.
 */
export function takeHoursOff(tx: Transaction, ctx: ActorContext, awardId: string, reason: string) {
  const basis: CreditBasis = { awardId };
  const before = findNewestOf(tx, basis);
  if (!before || before.minutes === 0) return null;
  const snapshot = { ...parseCredit(before).snapshot, minutes: 0, designations: [] };
  insertCredit(tx, ctx, basis, snapshot, { previous: before, reason });
  const after = findNewestOf(tx, basis) ?? before;
  const detail = { from: before.minutes, to: 0, version: after.version, reason };
  recordAudit(tx, ctx, { action: "award.hours-taken-off", subjectId: awardId, personId: before.personId, detail });
  return { before, after };
}
