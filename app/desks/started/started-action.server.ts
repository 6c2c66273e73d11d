import { and, asc, count, desc, eq, gte, inArray, lte, ne, or, sql } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import { startedActions } from "#drizzle/schema/platform";
import { findActor } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { canonicalJson } from "~/platform/canonical-json";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, rehearse } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { env } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { eachDue } from "~/platform/jobs/each-due.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { RUNS, type StartedAnswer, type StartedInputs, type StartedKind } from "./started-kinds.server";
import { effectInWords } from "./started-state";

/** How long what has come of an action stays in sight, milliseconds. */
const SHOWN_MS = 30_000;
const KEPT_DAYS = 30;

/** What came of starting something: it waits, or it was done at once or refused. */
export type Started = { ok: true; waiting: true } | StartedAnswer;

/**
 * Starts something far-reaching. It is rehearsed at once, so that what cannot be done is refused now and its effect is
 * known; then it waits for some seconds in which it can be called off, and a job carries it out. So no ledger row, number
 * or mail is ever taken back. The same thing started twice waits once.
 * @param when "told": waits only where people are told by mail; otherwise it is done at once
 */
export function startAction<Kind extends StartedKind>(
  ctx: ActorContext,
  kind: Kind,
  input: StartedInputs[Kind],
  { when = "always", seconds = env.CALL_OFF_SECONDS }: { when?: "always" | "told"; seconds?: number } = {},
): Started {
  const wait = seconds * 1_000;
  if (wait === 0) return RUNS[kind](ctx, input);
  const { answer, told } = rehearse(ctx.db, () => {
    const before = lastMessage(ctx.db);
    return { answer: RUNS[kind](ctx, input), told: countMessagesAfter(ctx.db, before) };
  });
  if (!answer.ok) return answer;
  if (when === "told" && told === 0) return RUNS[kind](ctx, input);
  const payload = canonicalJson(input);
  return inTransaction(ctx.db, (tx) => {
    const personId = ctx.actor.personId;
    const same = and(
      eq(startedActions.personId, personId),
      eq(startedActions.state, "waiting"),
      eq(startedActions.kind, kind),
      eq(startedActions.payload, payload),
    );
    if (tx.select({ id: startedActions.id }).from(startedActions).where(same).get())
      return { ok: true, waiting: true } as const;
    const { accountId } = ctx.actor;
    const { address, requestId } = ctx;
    tx.insert(startedActions)
      .values({
        id: newId(),
        personId,
        accountId,
        kind,
        payload,
        effect: effectInWords(answer.title, told),
        startedAt: ctx.now,
        dueAt: ctx.now + wait,
        state: "waiting",
        address,
        requestId,
      })
      .run();
    return { ok: true, waiting: true } as const;
  });
}

/** Calls off what the actor has started, while it waits. */
export function callOff(ctx: ActorContext, id: string): Outcome<null, "too-late"> {
  return inTransaction(ctx.db, (tx) => {
    const mine = and(
      eq(startedActions.id, id),
      eq(startedActions.personId, ctx.actor.personId),
      eq(startedActions.state, "waiting"),
    );
    const set = { state: "called-off", finishedAt: ctx.now, payload: null } as const;
    if (tx.update(startedActions).set(set).where(mine).run().changes === 0) return refuse("too-late");
    recordAudit(tx, ctx, { action: "action.called-off", subjectId: id, detail: {} });
    return ok(null);
  });
}

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
    const answer: StartedAnswer = actor
      ? run({ ...ctx, actor, address: row.address, requestId: row.requestId }, row.kind as StartedKind, row.payload)
      : { ok: false, words: "The account is locked or closed." };
    tx.update(startedActions)
      .set({
        state: answer.ok ? "done" : "refused",
        answer: answer.ok ? answer.said : answer.words,
        resultPath: answer.ok ? (answer.to ?? null) : null,
        finishedAt: ctx.now,
        // What it did stands where it was done.
        payload: null,
      })
      .where(eq(startedActions.id, id))
      .run();
    return 1;
  });
}

function run<Kind extends StartedKind>(ctx: ActorContext, kind: Kind, payload: string): StartedAnswer {
  return RUNS[kind](ctx, JSON.parse(payload) as StartedInputs[Kind]);
}

const shown = {
  id: startedActions.id,
  effect: startedActions.effect,
  state: startedActions.state,
  startedAt: startedActions.startedAt,
  dueAt: startedActions.dueAt,
  finishedAt: startedActions.finishedAt,
  answer: startedActions.answer,
  resultPath: startedActions.resultPath,
};

/** What stands in sight on every page: what waits, and for half a minute what came of it. */
export function listInSight(ctx: ActorContext) {
  return ctx.db
    .select(shown)
    .from(startedActions)
    .where(
      and(
        eq(startedActions.personId, ctx.actor.personId),
        or(
          eq(startedActions.state, "waiting"),
          and(inArray(startedActions.state, ["done", "refused"]), gte(startedActions.finishedAt, ctx.now - SHOWN_MS)),
        ),
      ),
    )
    .orderBy(asc(startedActions.startedAt))
    .limit(5)
    .all();
}

/** What the actor has started, newest first. */
export function listStarted(ctx: ActorContext) {
  return ctx.db
    .select(shown)
    .from(startedActions)
    .where(eq(startedActions.personId, ctx.actor.personId))
    .orderBy(desc(startedActions.startedAt), desc(startedActions.id))
    .limit(200)
    .all();
}

/** Forgets what was started more than thirty days ago; its effects stand in the records and in the audit log. */
export function forgetOldStarted(ctx: Context): number {
  const before = ctx.now - KEPT_DAYS * 24 * 60 * 60_000;
  return ctx.db
    .delete(startedActions)
    .where(and(ne(startedActions.state, "waiting"), lte(startedActions.startedAt, before)))
    .run().changes;
}

const rowid = sql`${outboxMessages}.rowid`;

function lastMessage(db: Reader): number {
  return (
    db
      .select({ last: sql<number | null>`max(${rowid})` })
      .from(outboxMessages)
      .get()?.last ?? 0
  );
}

function countMessagesAfter(db: Reader, after: number): number {
  return countOf(
    db
      .select({ count: count() })
      .from(outboxMessages)
      .where(sql`${rowid} > ${after}`),
  );
}
