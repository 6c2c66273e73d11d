import { eq } from "drizzle-orm";
import { organisations } from "#drizzle/schema/people";
import { staffListLines, staffListRows, staffLists } from "#drizzle/schema/staff/staff-lists";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import type { Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";
import { dateOf } from "~/platform/time/time-zone";
import { listEntries, listKnown } from "./known-staff.server";
import { columnsOf } from "~/hr/staff-lists/reading/staff-heads";
import { readStaffLine, type StaffReading, unknownRoles } from "~/hr/staff-lists/reading/staff-line";
import type { FateCounts } from "~/hr/staff-lists/staff-list-state";
import { countFates, planStaffList } from "./staff-plan";
import { MOST_WORDS } from "~/hr/staff-lists/staff-list-form";
import { getStaffListSettings } from "~/hr/staff-lists/staff-list-settings.server";

export type StaffList = typeof staffLists.$inferSelect;

/** So many lines go in one statement, since a statement has a limit of values. */
export const LINES_AT_ONCE = 400;

/** More lines than this are planned by a job, so that no page waits for it. */
export const MOST_PLANNED_AT_ONCE = 500;

/** How the lines of a list are read: by what the district said of its columns and words. */
export function readingOf(db: Reader, { organisationId, facts }: StaffList): StaffReading {
  const { columns, ...settings } = getStaffListSettings(db, organisationId);
  const { code, name } = rowOf(
    db.select().from(organisations).where(eq(organisations.id, organisationId)),
    `organization ${organisationId}`,
  );
  return { ...settings, columns: columnsOf(headsOf({ facts }), columns), organisation: { code, name } };
}

/** What the columns of a list are called. */
export const headsOf = ({ facts }: Pick<StaffList, "facts">): string[] => facts.columns.map(({ head }) => head);

const rowsOf = (db: Reader, { id }: StaffList) =>
  db.select({ rows: staffListRows.rows }).from(staffListRows).where(eq(staffListRows.listId, id)).get()?.rows ?? [];

/** Forgets the cells of a file, once nothing is to be read of it any more. */
export const forgetRows = (tx: Transaction, listId: string): void =>
  void tx.delete(staffListRows).where(eq(staffListRows.listId, listId)).run();

/** A plan as it is written. */
export interface MadePlan {
  lines: (typeof staffListLines.$inferInsert)[];
  counts: FateCounts;
  words: string[];
}

/** Plans a list by what stands now, and writes nothing. */
export function makePlan(db: Reader, ctx: Context, list: StaffList): MadePlan {
  const reading = readingOf(db, list);
  const cells = rowsOf(db, list);
  const lines = cells.map((row) => readStaffLine(row, reading));
  const rows = listEntries(db, list.organisationId);
  const known = {
    organisationId: list.organisationId,
    actorId: list.readBy,
    today: dateOf(ctx.now, getHomeProvider(db).timeZone),
    people: listKnown(db, rows, lines),
    entries: rows.map((row) => ({ ...row, confirmed: row.confirmedAt !== null })),
  };
  const planned = planStaffList(lines, known, list.decisions);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const beforeOf = (id: string | null) => (id === null ? null : (byId.get(id) ?? null));
  return {
    lines: planned.map((line, position) => {
      return { id: newId(), listId: list.id, position, ...line, before: beforeOf(line.affiliationId) };
    }),
    counts: countFates(planned),
    words: unknownRoles(cells, reading).slice(0, MOST_WORDS),
  };
}

/** Writes lines of a plan, at most as many as one statement takes. */
export const writeLines = (tx: Transaction, lines: MadePlan["lines"]): void =>
  void tx.insert(staffListLines).values(lines).run();

/** Says that a plan is written: from now on it can be looked at and carried out. */
export function endPlan(tx: Transaction, list: StaffList, { lines, counts, words }: MadePlan): void {
  const total = lines.filter(({ effect }) => effect !== "none").length;
  tx.update(staffLists)
    .set({ state: "planned", counts, words, total, done: 0, version: list.version + 1 })
    .where(eq(staffLists.id, list.id))
    .run();
}

/** Plans a list anew, in a transaction of the caller: what was planned before is forgotten, decisions stay. */
function writePlan(tx: Transaction, ctx: Context, list: StaffList): void {
  const plan = makePlan(tx, ctx, list);
  tx.delete(staffListLines).where(eq(staffListLines.listId, list.id)).run();
  for (let at = 0; at < plan.lines.length; at += LINES_AT_ONCE)
    writeLines(tx, plan.lines.slice(at, at + LINES_AT_ONCE));
  endPlan(tx, list, plan);
}

/** Plans a short list at once, and leaves a long one to the job. */
export function planSoon(tx: Transaction, ctx: Context, list: StaffList): void {
  if (rowsOf(tx, list).length <= MOST_PLANNED_AT_ONCE) writePlan(tx, ctx, list);
  else tx.update(staffLists).set({ state: "planning" }).where(eq(staffLists.id, list.id)).run();
}
