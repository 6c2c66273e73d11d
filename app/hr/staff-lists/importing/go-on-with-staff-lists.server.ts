import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, ne, or } from "drizzle-orm";
import { staffListLines, staffLists } from "#drizzle/schema/staff/staff-lists";
import { chargeFormerMembers, waiveForMembers } from "~/billing/fees/membership.server";
import { findActor, findScope } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, isBusy, orTakenBack, type Transaction } from "~/platform/database/database.server";
import { plural } from "~/platform/format";
import { isDueToTry, tryOneLater } from "~/platform/jobs/each-due.server";
import { restLater } from "~/platform/jobs/pace.server";
import { logger } from "~/platform/logging/logger.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { applyLine, faultInWords, takeBackLine } from "./apply-line.server";
import { planInParts } from "./plan-in-parts.server";
import { forgetRows, type StaffList } from "~/hr/staff-lists/planning/plan-staff-list.server";
import { WORKED_ON } from "~/hr/staff-lists/staff-list-state";

/** So many lines are done in one transaction: others write between them. */
const PART_SIZE = 50;

/**
 * Goes on with the staff lists that are under way, part by part, each with its progress in one transaction. A part that
 * cannot be done as it was planned turns the whole list round: what was done of it is taken back. Fees follow at the end,
 * once it is sure what stands (T8).
 * @param signal aborted when the process is to stop: the part under way is finished
 * @returns how many lists came to rest
 */
export async function goOnWithStaffLists(ctx: Context, signal?: AbortSignal): Promise<number> {
  let ended = 0;
  for (const id of listUnderWay(ctx)) {
    let goesOn = true;
    while (goesOn && !signal?.aborted) {
      const from = performance.now();
      goesOn = (await tryOneLater(ctx, "staff-list", id, () => goOn(ctx, id))) > 0;
      await restLater(performance.now() - from);
    }
    ended += listUnderWay(ctx).includes(id) ? 0 : 1;
  }
  return ended;
}

const listUnderWay = (ctx: Context): string[] =>
  ctx.db
    .select({ id: staffLists.id })
    .from(staffLists)
    .where(
      and(
        or(inArray(staffLists.state, [...WORKED_ON]), isNotNull(staffLists.feesFrom)),
        isDueToTry("staff-list", staffLists.id, ctx.now),
      ),
    )
    .orderBy(asc(staffLists.readAt), asc(staffLists.id))
    .all()
    .map(({ id }) => id);

const goOn = async (ctx: Context, id: string): Promise<number> => (await planInParts(ctx, id)) || doPart(ctx, id);

/** Does the next part of a list. Returns 0 once nothing is left to do. */
function doPart(ctx: Context, id: string): number {
  return inTransaction(ctx.db, (tx) => {
    const list = tx.select().from(staffLists).where(eq(staffLists.id, id)).get();
    if (!list) return 0;
    if (list.state === "applying") applyPart(tx, ctx, list);
    else if (list.state === "taking-back" || list.state === "undoing") takeBackPart(tx, ctx, list);
    else if (list.feesFrom !== null) settlePart(tx, ctx, list, list.feesFrom);
    else return 0;
    return 1;
  });
}

const set = (tx: Transaction, { id }: StaffList, values: Partial<StaffList>) =>
  tx.update(staffLists).set(values).where(eq(staffLists.id, id)).run();

/** Whoever started it acts, as long as they may. */
function actingAs(tx: Transaction, ctx: Context, list: StaffList): ActorContext | null {
  const actor = list.accountId ? findActor(tx, list.accountId) : null;
  const acting = actor && findScope({ ...ctx, actor, address: list.address, requestId: list.requestId }, "hr");
  return acting?.scopeIds.includes(list.organisationId) ? acting : null;
}

function applyPart(tx: Transaction, ctx: Context, list: StaffList): void {
  const acting = actingAs(tx, ctx, list);
  if (!acting) return turnRound(tx, list, "Whoever started it may no longer act for this district.");
  const waiting = and(eq(staffListLines.listId, list.id), ne(staffListLines.effect, "none"));
  const lines = tx
    .select()
    .from(staffListLines)
    .where(and(waiting, isNull(staffListLines.appliedAt)))
    .orderBy(asc(staffListLines.position))
    .limit(PART_SIZE)
    .all();
  if (lines.length === 0) return finish(tx, acting, list);
  const fault = tryPart(tx, acting, list, lines);
  if (fault !== null) return turnRound(tx, list, fault);
  set(tx, list, { done: list.done + lines.length });
}

/** Carries lines out, or none of them; what stopped it, in words. */
function tryPart(
  tx: Transaction,
  ctx: ActorContext,
  list: StaffList,
  lines: readonly (typeof staffListLines.$inferSelect)[],
): string | null {
  try {
    const answer = orTakenBack(tx, (): Outcome<null, string> => {
      for (const line of lines) {
        const done = applyLine(tx, ctx, line);
        if (!done.ok) return refuse(faultInWords(line, done.reason));
      }
      return ok(null);
    });
    return answer.ok ? null : answer.reason;
  } catch (error) {
    if (isBusy(error)) throw error;
    logger.error({ err: error, list: list.id }, "A staff list could not be carried out and is taken back");
    return "A fault of ours, which is in the log.";
  }
}

const turnRound = (tx: Transaction, list: StaffList, answer: string): void =>
  void set(tx, list, { state: "taking-back", answer });

function finish(tx: Transaction, ctx: ActorContext, list: StaffList): void {
  const answer = `${plural(list.total, "line")} imported.`;
  const ended = { finishedAt: ctx.now, appliedAt: ctx.now, answer };
  set(tx, list, { state: "applied", ...ended, feesFrom: -1 });
  forgetRows(tx, list.id);
  recordAudit(tx, ctx, { action: "staff-list.applied", subjectId: list.id, detail: { counts: list.counts } });
}

function takeBackPart(tx: Transaction, ctx: Context, list: StaffList): void {
  const acting = actingAs(tx, ctx, list) ?? ctx;
  const lines = tx
    .select()
    .from(staffListLines)
    .where(and(eq(staffListLines.listId, list.id), isNotNull(staffListLines.appliedAt)))
    .orderBy(desc(staffListLines.position))
    .limit(PART_SIZE)
    .all();
  if (lines.length === 0) return endTakenBack(tx, acting, list);
  for (const line of lines) takeBackLine(tx, acting, line);
  set(tx, list, { done: Math.max(0, list.done - lines.length) });
}

function endTakenBack(tx: Transaction, ctx: Context, list: StaffList): void {
  const isUndone = list.state === "undoing";
  const answer = isUndone
    ? "Everything that it changed stands as it was before."
    : `${list.answer ?? ""} Nothing was changed.`;
  const feesFrom = isUndone ? -1 : null;
  set(tx, list, {
    state: isUndone ? "undone" : "failed",
    done: 0,
    finishedAt: ctx.now,

    answer,
    feesFrom,
  });
  forgetRows(tx, list.id);
  const action = isUndone ? "staff-list.undone" : "staff-list.failed";
  recordAudit(tx, ctx, { action, subjectId: list.id, detail: { answer } });
}

/** What a confirmation waives, and what its end charges anew, for the people of some lines. */
function settlePart(tx: Transaction, ctx: Context, list: StaffList, after: number): void {
  const touched = and(
    eq(staffListLines.listId, list.id),
    gt(staffListLines.position, after),
    ne(staffListLines.effect, "none"),
  );
  const lines = tx
    .select({ position: staffListLines.position, personId: staffListLines.personId })
    .from(staffListLines)
    .where(touched)
    .orderBy(asc(staffListLines.position))
    .limit(PART_SIZE)
    .all();
  const people = lines.flatMap(({ personId }) => personId ?? []);
  chargeFormerMembers(tx, ctx, people);
  waiveForMembers(tx, ctx, people);
  set(tx, list, { feesFrom: lines.at(-1)?.position ?? null });
}
