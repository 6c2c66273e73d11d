import { and, asc, count, eq, isNull, max, ne, or } from "drizzle-orm";
import type { z } from "zod";
import { courses, programAreas } from "#drizzle/schema/catalog";
import { listChangeHistory } from "~/people/history/change-history.server";
import type { ChangeWords } from "~/people/history/change-words";
import { recordAudit } from "~/platform/audit/audit.server";
import { type Changes, changesBetween } from "~/platform/audit/changes";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { aggregateOf, countOf } from "~/platform/database/rows.server";
import { notFound } from "~/platform/http/responses.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import type { programAreaForm, programAreasForm } from "./program-area-form";
import { freeCode, moveCode } from "./row-order";

type Area = typeof programAreas.$inferSelect;
export type AreaRefusal = "unknown-area" | "name-taken" | "area-used";

/** Each refusal in plain words, and the field that it is about. */
export const AREA_REFUSALS: Record<AreaRefusal, { words: string; field?: string }> = {
  "unknown-area": { words: "This program area does not exist any more." },
  "name-taken": { words: "Another program area has this name.", field: "name" },
  "area-used": { words: "Courses have this program area, so it stays on record. Retire it instead." },
};

const WORDS: ChangeWords = {
  actions: new Map([
    ["program-area.added", "Added"],
    ["program-area.renamed", "Renamed"],
    ["program-area.moved", "Moved"],
    ["program-area.retired", "Retired"],
    ["program-area.restored", "Restored"],
  ]),
  fields: new Map([
    ["name", "name"],
    ["position", "place in the order"],
  ]),
  value: (field, value) => (field === "position" ? String(Number(value) + 1) : null),
};

/** The program areas that a course can choose, in their order; the one that it has, also after that was retired. */
export function listAreaOptions(db: Reader, kept = ""): { code: string; name: string }[] {
  return db
    .select({ code: programAreas.code, name: programAreas.name })
    .from(programAreas)
    .where(or(isNull(programAreas.retiredAt), eq(programAreas.code, kept)))
    .orderBy(asc(programAreas.position))
    .all();
}

/**
 * One program area with how many courses have it, and what was done to it.
 * @throws Response 404
 */
export function getArea(db: Reader, code: string) {
  const area = findArea(db, code);
  if (!area) throw notFound();
  return { area, courses: countCourses(db, code), history: listChangeHistory(db, code, WORDS) };
}

/** An administrator adds a program area at the end, or moves one. Returns what to say. */
export function changeAreas(ctx: ActorContext, form: z.output<typeof programAreasForm>): Outcome<string, AreaRefusal> {
  return inTransaction(ctx.db, (tx) => {
    if (form.intent === "add-area") return addArea(tx, ctx, form.name);
    const all = tx.select({ code: programAreas.code }).from(programAreas).orderBy(asc(programAreas.position)).all();
    const moved = moveCode(
      all.map(({ code }) => code),
      form.code,
      form.intent,
    );
    if (!moved) return refuse("unknown-area");
    const { order, from, to } = moved;
    order.forEach((code, position) =>
      tx.update(programAreas).set({ position }).where(eq(programAreas.code, code)).run(),
    );
    if (from !== to) record(tx, ctx, "moved", form.code, { position: [from, to] });
    return ok("Moved.");
  });
}

/** An administrator renames, retires, restores or deletes a program area. Returns what to say. */
export function changeArea(
  ctx: ActorContext,
  code: string,
  form: z.output<typeof programAreaForm>,
): Outcome<string, AreaRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findArea(tx, code);
    if (!before) return refuse("unknown-area");
    switch (form.intent) {
      case "rename":
        if (isTaken(tx, form.name, code)) return refuse("name-taken");
        return write(tx, ctx, before, { name: form.name }, "renamed");
      case "retire":
        return write(tx, ctx, before, { retiredAt: before.retiredAt ?? ctx.now }, "retired");
      case "restore":
        return write(tx, ctx, before, { retiredAt: null }, "restored");
      case "delete-area":
        if (countCourses(tx, code) > 0) return refuse("area-used");
        tx.delete(programAreas).where(eq(programAreas.code, code)).run();
        record(tx, ctx, "deleted", code, { name: [before.name, null] });
        return ok(`${before.name} is deleted.`);
    }
  });
}

function addArea(tx: Transaction, ctx: ActorContext, name: string): Outcome<string, AreaRefusal> {
  if (isTaken(tx, name, "")) return refuse("name-taken");
  const code = freeCode(name, "area", (taken) => findArea(tx, taken) !== undefined);
  const { last } = aggregateOf(tx.select({ last: max(programAreas.position) }).from(programAreas));
  tx.insert(programAreas)
    .values({ code, name, position: (last ?? -1) + 1 })
    .run();
  record(tx, ctx, "added", code, { name: [null, name] });
  return ok(`${name} was added.`);
}

function write(
  tx: Transaction,
  ctx: ActorContext,
  before: Area,
  values: Partial<Area>,
  what: string,
): Outcome<string, AreaRefusal> {
  tx.update(programAreas).set(values).where(eq(programAreas.code, before.code)).run();
  record(tx, ctx, what, before.code, changesBetween<object>(before, values));
  return ok(`${values.name ?? before.name} is ${what}.`);
}

function record(tx: Transaction, ctx: ActorContext, what: string, code: string, changes: Changes): void {
  recordAudit(tx, ctx, { action: `program-area.${what}`, subjectId: code, detail: { changes } });
}

/** A program area by its code; undefined when there is none. */
export const findArea = (db: Reader, code: string): Area | undefined =>
  db.select().from(programAreas).where(eq(programAreas.code, code)).get();

const isTaken = (db: Reader, name: string, except: string): boolean =>
  db
    .select({ code: programAreas.code })
    .from(programAreas)
    .where(and(eq(programAreas.name, name), ne(programAreas.code, except)))
    .get() !== undefined;

const countCourses = (db: Reader, code: string): number =>
  countOf(db.select({ count: count() }).from(courses).where(eq(courses.programArea, code)));
