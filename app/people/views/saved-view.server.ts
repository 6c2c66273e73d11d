import { and, asc, count, eq } from "drizzle-orm";
import { savedViews } from "#drizzle/schema/saved-views";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";
import { type ListShape, writeListState } from "~/platform/lists/list-shape";
import { ok, type Outcome, refuse } from "~/platform/outcome";

/** How many views somebody keeps of one list. */
export const MOST_VIEWS = 20;

export type ViewRefusal = "too-many-views" | "unknown-view";

export const VIEW_REFUSALS: Record<ViewRefusal, string> = {
  "too-many-views": `You have ${MOST_VIEWS} views of this list. Delete one first.`,
  "unknown-view": "This view is gone.",
};

/** The actor's views of a list, by name. */
export function listViews(ctx: ActorContext, list: string) {
  return ctx.db
    .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query, first: savedViews.first })
    .from(savedViews)
    .where(mine(ctx, list))
    .orderBy(asc(savedViews.name))
    .all();
}

export type SavedView = ReturnType<typeof listViews>[number];

/** All of the actor's views, by list and name. */
export function listAllViews(ctx: ActorContext) {
  return ctx.db
    .select()
    .from(savedViews)
    .where(eq(savedViews.personId, ctx.actor.personId))
    .orderBy(asc(savedViews.list), asc(savedViews.name))
    .all();
}

/** Keeps how the actor sees a list now. A view of the same name is replaced. */
export function saveView(
  ctx: ActorContext,
  shape: ListShape,
  input: { name: string; query: string; first: boolean },
): Outcome<{ id: string }, ViewRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const query = writeListState(shape, new URLSearchParams(input.query));
    const named = and(mine(ctx, shape.name), eq(savedViews.name, input.name));
    const old = tx.select().from(savedViews).where(named).get();
    const kept = countOf(tx.select({ count: count() }).from(savedViews).where(mine(ctx, shape.name)));
    if (!old && kept >= MOST_VIEWS) return refuse("too-many-views");
    if (input.first) clearFirst(tx, ctx, shape.name);
    const id = old?.id ?? newId();
    const values = { name: input.name, query, first: input.first, savedAt: ctx.now };
    if (old) tx.update(savedViews).set(values).where(eq(savedViews.id, id)).run();
    else
      tx.insert(savedViews)
        .values({ id, personId: ctx.actor.personId, list: shape.name, ...values })
        .run();
    recordAudit(tx, ctx, { action: "view.saved", subjectId: id, detail: { list: shape.name, name: input.name } });
    return ok({ id });
  });
}

/** Lets a list open with a view of the actor's, or as it comes. */
export function setFirstView(ctx: ActorContext, viewId: string, first: boolean): Outcome<{ id: string }, ViewRefusal> {
  return changeView(ctx, viewId, (tx, { id, list }) => {
    clearFirst(tx, ctx, list);
    tx.update(savedViews).set({ first }).where(eq(savedViews.id, id)).run();
    recordAudit(tx, ctx, { action: "view.saved", subjectId: id, detail: { list, first } });
  });
}

/** Deletes a view of the actor's. */
export function deleteView(ctx: ActorContext, viewId: string): Outcome<{ id: string }, ViewRefusal> {
  return changeView(ctx, viewId, (tx, { id, list, name, query }) => {
    tx.delete(savedViews).where(eq(savedViews.id, id)).run();
    recordAudit(tx, ctx, { action: "view.deleted", subjectId: id, detail: { list, name, query } });
  });
}

function changeView(
  ctx: ActorContext,
  viewId: string,
  change: (tx: Transaction, view: typeof savedViews.$inferSelect) => void,
): Outcome<{ id: string }, ViewRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const own = and(eq(savedViews.id, viewId), eq(savedViews.personId, ctx.actor.personId));
    const view = tx.select().from(savedViews).where(own).get();
    if (!view) return refuse("unknown-view");
    change(tx, view);
    return ok({ id: view.id });
  });
}

function clearFirst(tx: Transaction, ctx: ActorContext, list: string): void {
  tx.update(savedViews).set({ first: false }).where(mine(ctx, list)).run();
}

const mine = (ctx: ActorContext, list: string) =>
  and(eq(savedViews.personId, ctx.actor.personId), eq(savedViews.list, list));
