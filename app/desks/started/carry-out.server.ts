import { and, asc, eq, lte } from "drizzle-orm";
import { startedActions } from "#drizzle/schema/platform";
import { findActor } from "~/people/roles/permission.server";
import { canonicalJson } from "~/platform/canonical-json";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { eachDue } from "~/platform/jobs/each-due.server";
import type { LongPayload } from "./long-work.server";
import { RUNS, type StartedAnswer, type StartedInputs, type StartedKind } from "./started-kinds.server";
import { PARTS } from "./started-parts.server";

/** Carries out everything whose time to be called off is over. Returns how many were carried out or refused. */
export function carryOutDue(ctx: Context): number {
  return eachDue(ctx, {
    kind: "started-action",
    list: (db, isTried, limit) =>
      db
        .select({ id: startedActions.id })
        .from(startedActions)
        .where(and(eq(startedActions.state, "waiting"), lte(startedActions.dueAt, ctx.now), isTried(startedActions.id)))
        .orderBy(asc(startedActions.dueAt), asc(startedActions.id))
        .limit(limit)
        .all()
        .map(({ id }) => id),
    process: (id) => carryOut(ctx, id),
  });
}

function carryOut(ctx: Context, id: string): number {
  return inTransaction(ctx.db, (tx) => {
    const row = tx.select().from(startedActions).where(eq(startedActions.id, id)).get();
    if (row?.state !== "waiting" || row.payload === null) return 0;
    const actor = findActor(tx, row.accountId);
    const acting = actor && { ...ctx, actor, address: row.address, requestId: row.requestId };
    const kind = row.kind as StartedKind;
    if (acting && row.total !== null) return beginLong(tx, acting, kind, { id, payload: row.payload });
    const answer: StartedAnswer = acting
      ? run(acting, kind, row.payload)
      : { ok: false, words: "The account is locked or closed." };
    return finish(tx, ctx, id, answer);
  });
}

/** A long work begins: what is decided for all at once is decided, and what there is to do now is listed. */
function beginLong<Kind extends StartedKind>(
  tx: Transaction,
  ctx: ActorContext,
  kind: Kind,
  { id, payload }: { id: string; payload: string },
): number {
  const { items, whole } = PARTS[kind]!;
  const running = (more: Partial<typeof startedActions.$inferInsert> = {}): number =>
    tx
      .update(startedActions)
      .set({ state: "running", ...more })
      .where(eq(startedActions.id, id))
      .run().changes;
  if (!whole) return running();
  const { input } = JSON.parse(payload) as LongPayload<Kind>;
  // Before anything is decided: afterwards a plan would find nothing left to do.
  const now = items(ctx, input);
  const decided = RUNS[kind](ctx, whole(input));
  if (!decided.ok) return finish(tx, ctx, id, decided);
  return running({ total: now.length, payload: canonicalJson({ input, items: now }) });
}

function finish(tx: Transaction, ctx: Context, id: string, answer: StartedAnswer): number {
  return tx
    .update(startedActions)
    .set({
      state: answer.ok ? "done" : "refused",
      answer: answer.ok ? answer.said : answer.words,
      resultPath: answer.ok ? (answer.to ?? null) : null,
      finishedAt: ctx.now,
      // What it did stands where it was done.
      payload: null,
    })
    .where(eq(startedActions.id, id))
    .run().changes;
}

function run<Kind extends StartedKind>(ctx: ActorContext, kind: Kind, payload: string): StartedAnswer {
  return RUNS[kind](ctx, JSON.parse(payload) as StartedInputs[Kind]);
}
