import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { staffListLines, staffListRows, staffLists } from "#drizzle/schema/staff/staff-lists";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { forgetRows, planSoon, type StaffList } from "~/hr/staff-lists/planning/plan-staff-list.server";
import type { ReadTable } from "~/hr/staff-lists/reading/read-table";
import { OPEN_STAFF_LISTS, UNDO_FOR } from "~/hr/staff-lists/staff-list-state";
import type { StaffListRefusal } from "~/hr/staff-lists/staff-list-refusal";
import { NO_DECISIONS } from "~/hr/staff-lists/planning/staff-plan";

/**
 * A list of one of the actor's districts.
 * @throws Response 404 for anybody else's
 */
export function getMyStaffList(db: Reader, ctx: ScopedContext, listId: string): StaffList {
  const mine = and(eq(staffLists.id, listId), inArray(staffLists.organisationId, ctx.scopeIds));
  const list = db.select().from(staffLists).where(mine).get();
  if (!list) throw notFound();
  return list;
}

/** The list of a district that waits or is worked on; null where there is none. */
export function findOpenStaffList(db: Reader, organisationId: string): StaffList | null {
  const open = and(eq(staffLists.organisationId, organisationId), inArray(staffLists.state, [...OPEN_STAFF_LISTS]));
  return db.select().from(staffLists).where(open).get() ?? null;
}

/**
 * Takes a file that was read, and plans what would become of its lines. A list that waits gives way to it; one that is
 * under way does not: a district has one at a time.
 * @throws Response 404 for anybody else's district
 */
export function takeStaffList(
  ctx: ScopedContext,
  input: { organisationId: string; fileName: string; table: StaffTable },
): Outcome<{ id: string }, StaffListRefusal> {
  const { organisationId, fileName, table } = input;
  if (!ctx.scopeIds.includes(organisationId)) throw notFound();
  return inTransaction(ctx.db, (tx) => {
    const open = findOpenStaffList(tx, organisationId);
    if (open && open.state !== "planned" && open.state !== "planning") return refuse("under-way");
    if (open) drop(tx, ctx, open);
    const id = newId();
    const row = { id, organisationId, fileName: fileName.slice(0, 200), facts: factsOf(table), words: [] };
    tx.insert(staffLists)
      .values({ ...row, decisions: NO_DECISIONS, state: "planning", readAt: ctx.now, readBy: ctx.actor.personId })
      .run();
    tx.insert(staffListRows).values({ listId: id, rows: table.rows }).run();
    const detail = { organisationId, file: row.fileName, lines: table.rows.length };
    recordAudit(tx, ctx, { action: "staff-list.read", subjectId: id, detail });
    planSoon(tx, ctx, getMyStaffList(tx, ctx, id));
    return ok({ id });
  });
}

/** A file as it was read. */
export type StaffTable = Pick<ReadTable, "sheet" | "otherSheets" | "heads" | "rows">;

/** What stays of a file that is thrown away. */
export const NO_FACTS = { sheet: null, otherSheets: [], columns: [] };

/** Characters of what a column holds, as an example. */
const LONGEST_EXAMPLE = 40;

const factsOf = ({ sheet, otherSheets, heads, rows }: StaffTable) => ({
  sheet,
  otherSheets,
  columns: heads.map((head, index) => {
    const example = rows.slice(0, 50).find(({ cells }) => cells[index])?.cells[index] ?? "";
    return { head, example: example.slice(0, LONGEST_EXAMPLE) };
  }),
});

/** Throws away a list that waits: nothing of it is kept. */
export function dropStaffList(ctx: ScopedContext, listId: string): Outcome<null, StaffListRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const list = getMyStaffList(tx, ctx, listId);
    if (list.state !== "planned" && list.state !== "planning") return refuse("not-planned");
    drop(tx, ctx, list);
    return ok(null);
  });
}

function drop(tx: Transaction, ctx: ActorContext, { id }: StaffList): void {
  tx.delete(staffListLines).where(eq(staffListLines.listId, id)).run();
  forgetRows(tx, id);
  tx.update(staffLists)
    .set({ state: "dropped", facts: NO_FACTS, words: [], decisions: NO_DECISIONS, total: 0, finishedAt: ctx.now })
    .where(eq(staffLists.id, id))
    .run();
  recordAudit(tx, ctx, { action: "staff-list.dropped", subjectId: id });
}

/**
 * Starts carrying out a list that waits, as a whole, in parts that a job does; `version` stands for the plan that was
 * shown. Lines that cannot be taken are left out only where that was said.
 * @throws Response 404 for anybody else's list
 */
export function startStaffList(
  ctx: ScopedContext,
  input: { listId: string; version: number; leaveOut: boolean },
): Outcome<{ total: number }, StaffListRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const list = getMyStaffList(tx, ctx, input.listId);
    if (list.state !== "planned" || list.counts === null) return refuse("not-planned");
    if (list.version !== input.version) return refuse("plan-changed");
    const { duplicate, conflict, bad } = list.counts;
    if (duplicate + conflict + bad > 0 && !input.leaveOut)
      return refuse("left-out", { count: duplicate + conflict + bad });
    if (list.total === 0) return refuse("nothing-to-do");
    if (changesOwn(tx, ctx, list)) return refuse("own-affiliation");
    setUnderWay(tx, ctx, list, "applying");
    return ok({ total: list.total });
  });
}

function changesOwn(tx: Transaction, ctx: ActorContext, { id }: StaffList): boolean {
  const own = and(
    eq(staffListLines.listId, id),
    eq(staffListLines.personId, ctx.actor.personId),
    ne(staffListLines.effect, "none"),
  );
  return tx.select({ id: staffListLines.id }).from(staffListLines).where(own).get() !== undefined;
}

function setUnderWay(tx: Transaction, ctx: ActorContext, { id }: StaffList, state: "applying" | "undoing"): void {
  const { accountId } = ctx.actor;
  const { address, requestId } = ctx;
  tx.update(staffLists).set({ state, accountId, address, requestId, answer: null }).where(eq(staffLists.id, id)).run();
}

/** Stops an import that is under way: what was done of it is taken back. */
export function stopStaffList(ctx: ScopedContext, listId: string): Outcome<null, StaffListRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const list = getMyStaffList(tx, ctx, listId);
    if (list.state !== "applying") return refuse("not-planned");
    tx.update(staffLists)
      .set({ state: "taking-back", answer: `${ctx.actor.name} stopped it.` })
      .where(eq(staffLists.id, list.id))
      .run();
    recordAudit(tx, ctx, { action: "staff-list.stopped", subjectId: list.id });
    return ok(null);
  });
}

/** Whether a list is the last that its district imported, and for how long it can be undone; null where it cannot. */
export function undoableUntil(db: Reader, list: StaffList): number | null {
  if (list.state !== "applied" || list.appliedAt === null) return null;
  const applied = and(eq(staffLists.organisationId, list.organisationId), eq(staffLists.state, "applied"));
  const last = db
    .select()
    .from(staffLists)
    .where(applied)
    .orderBy(desc(staffLists.appliedAt), desc(staffLists.id))
    .get();
  return last?.id === list.id ? list.appliedAt + UNDO_FOR : null;
}

/** Starts undoing the last import of a district, within a day; a job does it in parts. */
export function undoStaffList(ctx: ScopedContext, listId: string): Outcome<null, StaffListRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const list = getMyStaffList(tx, ctx, listId);
    const until = undoableUntil(tx, list);
    if (until === null) return refuse("not-last");
    if (until < ctx.now) return refuse("too-late");
    if (findOpenStaffList(tx, list.organisationId)) return refuse("list-open");
    setUnderWay(tx, ctx, list, "undoing");
    return ok(null);
  });
}
