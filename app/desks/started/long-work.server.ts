import { and, asc, eq, isNotNull, or } from "drizzle-orm";
import { startedActions } from "#drizzle/schema/platform";
import { findActor } from "~/people/roles/permission.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, isBusy, type Transaction, orTakenBack } from "~/platform/database/database.server";
import { logger } from "~/platform/logging/logger.server";
import { isDueToTry, tryOneLater } from "~/platform/jobs/each-due.server";
import { restLater } from "~/platform/jobs/pace.server";
import { RUNS, type StartedAnswer, type StartedInputs, type StartedKind } from "./started-kinds.server";
import { PART_SIZE, PARTS } from "./started-parts.server";
import { longInWords } from "./started-state";

/** How many reasons are told, as a rule. */
const MOST_REASONS = 3;

/** What a long work is kept as until it ends. */
export interface LongPayload<Kind extends StartedKind> {
  input: StartedInputs[Kind];
  items: string[];
}

type Row = typeof startedActions.$inferSelect;

/**
 * Goes on with the long works that are under way, part by part, each part with its progress in one transaction, so that
 * nothing is done twice however often it is begun, and rests after each.
 * @param signal aborted when the process is to stop: the part under way is finished
 * @returns how many works ended
 */
export async function goOnWithLongWork(ctx: Context, signal?: AbortSignal): Promise<number> {
  let ended = 0;
  for (const id of listRunning(ctx)) {
    let goesOn = true;
    while (goesOn && !signal?.aborted) {
      const from = performance.now();
      const done = await tryOneLater(ctx, "long-work", id, () => Promise.resolve(doPart(ctx, id)));
      goesOn = done > 0;
      await restLater(performance.now() - from);
    }
    ended += hasEnded(ctx, id) ? 1 : 0;
  }
  return ended;
}

const listRunning = (ctx: Context): string[] =>
  ctx.db
    .select({ id: startedActions.id })
    .from(startedActions)
    .where(
      and(
        eq(startedActions.state, "running"),
        // One that is to stop ends, even if its parts cannot be done.
        or(isDueToTry("long-work", startedActions.id, ctx.now), isNotNull(startedActions.stopAskedAt)),
      ),
    )
    .orderBy(asc(startedActions.dueAt), asc(startedActions.id))
    .all()
    .map(({ id }) => id);

const hasEnded = (ctx: Context, id: string): boolean =>
  ctx.db.select({ state: startedActions.state }).from(startedActions).where(eq(startedActions.id, id)).get()?.state !==
  "running";

/** Does the next part of a work. Returns how many things it was about; 0 once the work has ended. */
function doPart(ctx: Context, id: string): number {
  return inTransaction(ctx.db, (tx) => {
    const row = tx.select().from(startedActions).where(eq(startedActions.id, id)).get();
    if (row?.state !== "running" || row.payload === null) return 0;
    const actor = findActor(tx, row.accountId);
    if (!actor || row.stopAskedAt !== null || row.done >= (row.total ?? 0)) {
      end(tx, ctx, row, actor ? null : "The account is locked or closed.");
      return 0;
    }
    const acting = { ...ctx, actor, address: row.address, requestId: row.requestId };
    const { size, leftOut, words } = carryOutPart(tx, acting, row);
    const known = row.leftOutWords === null ? [] : row.leftOutWords.split("\n");
    const most = PARTS[row.kind as StartedKind]!.reasons ?? MOST_REASONS;
    const reasons = [...new Set([...known, ...words])].slice(0, most);
    tx.update(startedActions)
      .set({
        done: row.done + size,
        leftOut: row.leftOut + leftOut,
        leftOutWords: reasons.length > 0 ? reasons.join("\n") : null,
      })
      .where(eq(startedActions.id, id))
      .run();
    return size;
  });
}

/** Does a part as a whole, or, where something in it is refused, one after another, leaving that out. */
function carryOutPart(tx: Transaction, ctx: ActorContext, row: Row) {
  const kind = row.kind as StartedKind;
  const { input, items } = JSON.parse(row.payload!) as LongPayload<typeof kind>;
  const part = items.slice(row.done, row.done + PART_SIZE);
  const attempt = (some: readonly string[]) =>
    orLeftOut(kind, () => orTakenBack(tx, () => RUNS[kind](ctx, PARTS[kind]!.only(input as never, some) as never)));
  if (!PARTS[kind]!.oneByOne && attempt(part).ok) return { size: part.length, leftOut: 0, words: [] };
  const refused = part.map((item) => attempt([item])).filter((answer) => !answer.ok);
  return { size: part.length, leftOut: refused.length, words: refused.map(({ words }) => words) };
}

/** A fault of one thing is logged and leaves that out, so that it never ends the work; a busy database is no fault of it. */
function orLeftOut(kind: StartedKind, run: () => StartedAnswer): StartedAnswer {
  try {
    return run();
  } catch (error) {
    if (isBusy(error)) throw error;
    logger.error({ err: error, kind }, "A thing of a long work could not be done");
    return { ok: false, words: "A fault of ours, which is in the log." };
  }
}

function end(tx: Transaction, ctx: Context, row: Row, trouble: string | null): void {
  const parts = PARTS[row.kind as StartedKind]!;
  const total = row.total ?? 0;
  const leftOutWords = row.leftOutWords?.replaceAll("\n", " ") ?? null;
  const said = longInWords({ ...row, total, leftOutWords }, parts.said);
  tx.update(startedActions)
    .set({
      state: row.done < total ? "stopped" : total > 0 && row.leftOut === total ? "refused" : "done",
      answer: trouble ? `${said} ${trouble}` : said,
      resultPath: pathOf(row),
      finishedAt: ctx.now,
      payload: null,
    })
    .where(eq(startedActions.id, row.id))
    .run();
}

function pathOf({ kind, payload }: Row): string | null {
  const { to } = PARTS[kind as StartedKind]!;
  if (typeof to !== "function") return to ?? null;
  const { input } = JSON.parse(payload!) as LongPayload<StartedKind>;
  return to(input as never);
}
