import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { organisations } from "#drizzle/schema/people";
import { exportLayouts } from "#drizzle/schema/staff/exports";
import { listChangeHistory } from "~/people/history/change-history.server";
import type { ChangeWords } from "~/people/history/change-words";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { changesBetween } from "~/platform/audit/changes";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import {
  type ExportLayout,
  LAYOUT_DAY_WORDS,
  LAYOUT_HOURS_WORDS,
  LAYOUT_SEPARATOR_WORDS,
  type LayoutColumn,
} from "./export-layout";
import type { LayoutRefusal } from "./layout-refusal";

type SavedLayout = typeof exportLayouts.$inferSelect;

export interface LayoutInput extends ExportLayout {
  name: string;
}

const CHOICES: Record<string, Record<string, string>> = {
  days: LAYOUT_DAY_WORDS,
  hours: LAYOUT_HOURS_WORDS,
  separator: LAYOUT_SEPARATOR_WORDS,
};

const WORDS: ChangeWords = {
  actions: new Map([
    ["export-layout.added", "Added"],
    ["export-layout.changed", "Changed"],
  ]),
  fields: new Map([
    ["name", "name"],
    ["columns", "columns"],
    ["days", "days"],
    ["hours", "hours"],
    ["separator", "between cells"],
  ]),
  value: (field, value) =>
    field === "columns"
      ? (value as LayoutColumn[]).map(({ header }) => header).join(", ")
      : (CHOICES[field]?.[String(value)] ?? null),
};

/** The layouts of an organisation, by name; for whoever has the right to it. */
export const listLayoutsOf = (db: Reader, organisationId: string) =>
  db
    .select({ id: exportLayouts.id, name: exportLayouts.name })
    .from(exportLayouts)
    .where(eq(exportLayouts.organisationId, organisationId))
    .orderBy(asc(exportLayouts.name))
    .all();

/** The layouts of all of the actor's organisations, by name. */
export const listMyLayouts = (ctx: ScopedContext) =>
  ctx.db
    .select({
      id: exportLayouts.id,
      name: exportLayouts.name,
      layout: exportLayouts.layout,
      updatedAt: exportLayouts.updatedAt,
      organisation: organisations.name,
    })
    .from(exportLayouts)
    .innerJoin(organisations, eq(organisations.id, exportLayouts.organisationId))
    .where(inArray(exportLayouts.organisationId, ctx.scopeIds))
    .orderBy(asc(exportLayouts.name), asc(exportLayouts.id))
    .all();

/** A layout of one of the actor's organisations; null for any other. */
export function findLayout(db: Reader, ctx: ScopedContext, layoutId: string): SavedLayout | null {
  const mine = and(eq(exportLayouts.id, layoutId), inArray(exportLayouts.organisationId, ctx.scopeIds));
  return db.select().from(exportLayouts).where(mine).get() ?? null;
}

/**
 * The same with what was done to it.
 * @throws Response 404 for any other
 */
export function getLayout(ctx: ScopedContext, layoutId: string) {
  const layout = findLayout(ctx.db, ctx, layoutId);
  if (!layout) throw notFound();
  return { layout, history: listChangeHistory(ctx.db, layoutId, WORDS) };
}

const toRow = ({ name, columns, days, separator, hours }: LayoutInput): { name: string; layout: ExportLayout } => ({
  name,
  layout: { columns, days, separator, hours },
});

/**
 * Keeps a layout for one of the actor's organisations. Returns its id.
 * @throws Response 404 for anybody else's organisation
 */
export function addLayout(
  ctx: ScopedContext,
  { organisationId, ...input }: LayoutInput & { organisationId: string },
): Outcome<string, LayoutRefusal> {
  if (!ctx.scopeIds.includes(organisationId)) throw notFound();
  return inTransaction(ctx.db, (tx) => {
    if (isTaken(tx, organisationId, input.name)) return refuse("name-taken");
    const id = newId();
    const at = { createdAt: ctx.now, updatedAt: ctx.now, createdBy: ctx.actor.personId };
    tx.insert(exportLayouts)
      .values({ id, organisationId, ...toRow(input), ...at })
      .run();
    recordAudit(tx, ctx, {
      action: "export-layout.added",
      subjectId: id,
      detail: { organisationId, name: input.name },
    });
    return ok(id);
  });
}

/** Changes a layout; exports that were made with it stay as they are. */
export function changeLayout(ctx: ScopedContext, layoutId: string, input: LayoutInput): Outcome<null, LayoutRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findLayout(tx, ctx, layoutId);
    if (!before) return refuse("unknown-layout");
    if (isTaken(tx, before.organisationId, input.name, layoutId)) return refuse("name-taken");
    const { name, layout } = toRow(input);
    const changes = changesBetween<object>({ name: before.name, ...before.layout }, { name, ...layout });
    if (Object.keys(changes).length === 0) return ok(null);
    tx.update(exportLayouts).set({ name, layout, updatedAt: ctx.now }).where(eq(exportLayouts.id, layoutId)).run();
    recordAudit(tx, ctx, { action: "export-layout.changed", subjectId: layoutId, detail: { changes } });
    return ok(null);
  });
}

/** Deletes a layout; every export holds its own copy of the one with which it was made. */
export function deleteLayout(ctx: ScopedContext, layoutId: string): Outcome<null, LayoutRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findLayout(tx, ctx, layoutId);
    if (!before) return refuse("unknown-layout");
    tx.delete(exportLayouts).where(eq(exportLayouts.id, layoutId)).run();
    const { organisationId, name, layout } = before;
    const detail = { organisationId, name, layout };
    recordAudit(tx, ctx, { action: "export-layout.deleted", subjectId: layoutId, detail });
    return ok(null);
  });
}

function isTaken(tx: Transaction, organisationId: string, name: string, besides = ""): boolean {
  const same = and(
    eq(exportLayouts.organisationId, organisationId),
    eq(exportLayouts.name, name),
    ne(exportLayouts.id, besides),
  );
  return tx.select({ id: exportLayouts.id }).from(exportLayouts).where(same).get() !== undefined;
}
