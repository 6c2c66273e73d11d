import { and, count, desc, eq, gte, inArray, isNotNull, isNull, lte, notInArray, or, sql } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import { startedActions } from "#drizzle/schema/platform";
import { recordAudit } from "~/platform/audit/audit.server";
import { canonicalJson } from "~/platform/canonical-json";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, rehearse } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { env } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { RUNS, type StartedAnswer, type StartedInputs, type StartedKind } from "./started-kinds.server";
import { MOST_AT_ONCE, PART_SIZE, PARTS } from "./started-parts.server";
import { effectInWords, type StartedState } from "./started-state";
import type { LongPayload } from "./long-work.server";

/** How long what has come of an action stays in sight, milliseconds. */
const SHOWN_MS = 30_000;
const MOST_IN_SIGHT = 5;
const KEPT_DAYS = 30;
const NEWEST = 200;
const MOST_SHOWN = 1_000;

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
  const items = PARTS[kind]?.items(ctx, input) ?? [];
  if (items.length > MOST_AT_ONCE) return startLong(ctx, kind, { input, items }, wait);
  if (wait === 0) return RUNS[kind](ctx, input);
  const { answer, told } = rehearse(ctx.db, () => {
    const before = lastMessage(ctx.db);
    return { answer: RUNS[kind](ctx, input), told: countMessagesAfter(ctx.db, before) };
  });
  if (!answer.ok) return answer;
  if (when === "told" && told === 0) return RUNS[kind](ctx, input);
  return insertStarted(ctx, { kind, payload: canonicalJson(input), effect: effectInWords(answer.title, told) }, wait);
}

/** The same for thousands of things, of which the first are rehearsed: that they can be done at all is seen by them. */
function startLong<Kind extends StartedKind>(
  ctx: ActorContext,
  kind: Kind,
  { input, items }: LongPayload<Kind>,
  wait: number,
): Started {
  const parts = PARTS[kind]!;
  const whole = parts.whole && rehearse(ctx.db, () => RUNS[kind](ctx, parts.whole!(input)));
  if (whole && !whole.ok) return whole;
  let answer: StartedAnswer | null = null;
  let told = false;
  for (const item of items.slice(0, PART_SIZE)) {
    const tried = rehearse(ctx.db, () => {
      const before = lastMessage(ctx.db);
      return { answer: RUNS[kind](ctx, parts.only(input, [item])), told: countMessagesAfter(ctx.db, before) };
    });
    ({ answer } = tried);
    told = tried.told > 0;
    if (answer.ok) break;
  }
  if (!answer?.ok) return answer!;
  const effect = `${parts.title(items.length)}.${told ? " Their people are told by mail." : ""}`;
  const payload = canonicalJson({ input, items });
  return insertStarted(ctx, { kind, payload, effect, total: items.length }, wait);
}

interface NewlyStarted {
  kind: StartedKind;
  payload: string;
  effect: string;
  total?: number;
}

function insertStarted(ctx: ActorContext, what: NewlyStarted, wait: number): Started {
  return inTransaction(ctx.db, (tx) => {
    const personId = ctx.actor.personId;
    const same = and(
      eq(startedActions.personId, personId),
      inArray(startedActions.state, ["waiting", "running"]),
      eq(startedActions.kind, what.kind),
      eq(startedActions.payload, what.payload),
    );
    if (tx.select({ id: startedActions.id }).from(startedActions).where(same).get())
      return { ok: true, waiting: true } as const;
    const { accountId } = ctx.actor;
    const { address, requestId } = ctx;
    const at = { startedAt: ctx.now, dueAt: ctx.now + wait };
    tx.insert(startedActions)
      .values({ id: newId(), personId, accountId, ...what, ...at, state: "waiting", address, requestId })
      .run();
    return { ok: true, waiting: true } as const;
  });
}

/** Calls off what the actor has started, while it waits; a long work that is under way stops after its present part. */
export function callOff(ctx: ActorContext, id: string): Outcome<"called-off" | "stops", "too-late"> {
  return inTransaction(ctx.db, (tx) => {
    const mine = (state: StartedState) =>
      and(eq(startedActions.id, id), eq(startedActions.personId, ctx.actor.personId), eq(startedActions.state, state));
    const set = { state: "called-off", finishedAt: ctx.now, payload: null } as const;
    if (tx.update(startedActions).set(set).where(mine("waiting")).run().changes > 0) {
      recordAudit(tx, ctx, { action: "action.called-off", subjectId: id, detail: {} });
      return ok("called-off");
    }
    const stop = and(mine("running"), isNull(startedActions.stopAskedAt));
    if (tx.update(startedActions).set({ stopAskedAt: ctx.now }).where(stop).run().changes === 0)
      return refuse("too-late");
    recordAudit(tx, ctx, { action: "action.stopped", subjectId: id, detail: {} });
    return ok("stops");
  });
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
  total: startedActions.total,
  done: startedActions.done,
  stops: isNotNull(startedActions.stopAskedAt).mapWith(Boolean),
};

/**
 * What stands in sight on every page: what waits, and for half a minute what came of it; the last five of it, since what was
 * started last can be called off for the longest. All of it stands on the page of what they started.
 */
export function listInSight(ctx: ActorContext) {
  return ctx.db
    .select(shown)
    .from(startedActions)
    .where(
      and(
        eq(startedActions.personId, ctx.actor.personId),
        or(
          inArray(startedActions.state, ["waiting", "running"]),
          and(
            inArray(startedActions.state, ["done", "stopped", "refused"]),
            gte(startedActions.finishedAt, ctx.now - SHOWN_MS),
          ),
        ),
      ),
    )
    .orderBy(desc(startedActions.startedAt), desc(startedActions.id))
    .limit(MOST_IN_SIGHT)
    .all()
    .reverse();
}

/**
 * What the actor has started, newest first, and how much that is.
 * @param all more of it than the newest 200
 */
export function listStarted(ctx: ActorContext, all = false) {
  const mine = eq(startedActions.personId, ctx.actor.personId);
  const rows = ctx.db
    .select(shown)
    .from(startedActions)
    .where(mine)
    .orderBy(desc(startedActions.startedAt), desc(startedActions.id))
    .limit(all ? MOST_SHOWN : NEWEST)
    .all();
  return { rows, total: countOf(ctx.db.select({ count: count() }).from(startedActions).where(mine)) };
}

/** Forgets what was started more than thirty days ago; its effects stand in the records and in the audit log. */
export function forgetOldStarted(ctx: Context): number {
  const before = ctx.now - KEPT_DAYS * 24 * 60 * 60_000;
  return ctx.db
    .delete(startedActions)
    .where(and(notInArray(startedActions.state, ["waiting", "running"]), lte(startedActions.startedAt, before)))
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
