import { and, asc, count, eq, exists, inArray, isNull, max, ne, or, sql } from "drizzle-orm";
import type { z } from "zod";
import { audiences, courseAudiences, offerings } from "#drizzle/schema/catalog";
import { microcredentialVersions } from "#drizzle/schema/microcredentials/definitions";
import { freeCode, moveCode } from "~/catalog/areas/row-order";
import { listChangeHistory } from "~/people/history/change-history.server";
import type { ChangeWords } from "~/people/history/change-words";
import { ROLE_KIND_LABELS, type RoleKind } from "~/people/roles/role";
import { recordAudit } from "~/platform/audit/audit.server";
import { type Changes, changesBetween } from "~/platform/audit/changes";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { aggregateOf, countOf } from "~/platform/database/rows.server";
import { notFound } from "~/platform/http/responses.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import type { audienceForm, audiencesForm } from "./audience-form";

type Audience = typeof audiences.$inferSelect;
export type AudienceRefusal = "unknown-audience" | "name-taken" | "audience-used";

/** Each refusal in plain words, and the field that it is about. */
export const AUDIENCE_REFUSALS: Record<AudienceRefusal, { words: string; field?: string }> = {
  "unknown-audience": { words: "This audience does not exist any more." },
  "name-taken": { words: "Another audience has this name.", field: "name" },
  "audience-used": {
    words: "Courses or micro-credentials are for this audience, so it stays on record. Retire it instead.",
  },
};

const WORDS: ChangeWords = {
  actions: new Map([
    ["audience.added", "Added"],
    ["audience.changed", "Changed"],
    ["audience.moved", "Moved"],
    ["audience.retired", "Retired"],
    ["audience.restored", "Restored"],
  ]),
  fields: new Map([
    ["name", "name"],
    ["roleKinds", "who is meant"],
    ["position", "place in the order"],
  ]),
  value: (field, value) => {
    if (field === "position") return String(Number(value) + 1);
    return field === "roleKinds" ? wordsOfKinds(value as RoleKind[]) : null;
  },
};

/** Kinds of work in words: "Teacher, Paraeducator". */
export const wordsOfKinds = (kinds: readonly RoleKind[]): string =>
  kinds.map((kind) => ROLE_KIND_LABELS[kind]).join(", ");

/** What the form of an audience shows of it. */
export const toAudienceDraft = ({ name, roleKinds }: Pick<Audience, "name" | "roleKinds">) => ({ name, roleKinds });

/** The audiences that a course can choose, in their order; those that it has, also after they were retired. */
export function listAudienceOptions(db: Reader, kept: readonly string[] = []): { value: string; label: string }[] {
  return db
    .select({ value: audiences.code, label: audiences.name })
    .from(audiences)
    .where(or(isNull(audiences.retiredAt), inArray(audiences.code, [...kept])))
    .orderBy(asc(audiences.position))
    .all();
}

/** The audiences by which visitors filter: those to choose, and retired ones that a course still has. */
export function listPublicAudiences(db: Reader): { value: string; label: string }[] {
  const inUse = db.select().from(courseAudiences).where(eq(courseAudiences.audience, audiences.code));
  return db
    .select({ value: audiences.code, label: audiences.name })
    .from(audiences)
    .where(or(isNull(audiences.retiredAt), exists(inUse)))
    .orderBy(asc(audiences.position))
    .all();
}

/** Whether a course can be for all of these: each is there, and not retired unless the course has it already. */
export function canHaveAudiences(db: Reader, codes: readonly string[], kept: readonly string[] = []): boolean {
  const options = new Set(listAudienceOptions(db, kept).map(({ value }) => value));
  return codes.every((code) => options.has(code));
}

/** Every audience in its order, with how many courses are for it. */
export function listAudiences(db: Reader) {
  return db
    .select({
      code: audiences.code,
      name: audiences.name,
      roleKinds: audiences.roleKinds,
      retiredAt: audiences.retiredAt,
      courses: sql<number>`(select count(*) from ${courseAudiences} where ${courseAudiences.audience} = ${audiences.code})`,
    })
    .from(audiences)
    .orderBy(asc(audiences.position))
    .all();
}

/**
 * One audience with what it touches, and what was done to it.
 * @throws Response 404
 */
export function getAudience(ctx: ActorContext, code: string) {
  const audience = findAudience(ctx.db, code);
  if (!audience) throw notFound();
  return {
    audience,
    courses: countCourses(ctx.db, code),
    closed: countClosedOfferings(ctx, code),
    history: listChangeHistory(ctx.db, code, WORDS),
  };
}

/** An administrator adds an audience at the end, or moves one. Returns what to say. */
export function changeAudiences(
  ctx: ActorContext,
  form: z.output<typeof audiencesForm>,
): Outcome<string, AudienceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    if (form.intent === "add-audience") return add(tx, ctx, form);
    const codes = listAudiences(tx).map(({ code }) => code);
    const moved = moveCode(codes, form.code, form.intent);
    if (!moved) return refuse("unknown-audience");
    const { order, from, to } = moved;
    order.forEach((code, position) => tx.update(audiences).set({ position }).where(eq(audiences.code, code)).run());
    if (from !== to) record(tx, ctx, "moved", form.code, { position: [from, to] });
    return ok("Moved.");
  });
}

/** An administrator changes, retires, restores or deletes an audience. Returns what to say. */
export function changeAudience(
  ctx: ActorContext,
  code: string,
  form: z.output<typeof audienceForm>,
): Outcome<string, AudienceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findAudience(tx, code);
    if (!before) return refuse("unknown-audience");
    switch (form.intent) {
      case "save-audience":
        if (isTaken(tx, form.name, code)) return refuse("name-taken");
        return write(tx, ctx, before, toAudienceDraft(form), "changed");
      case "retire":
        return write(tx, ctx, before, { retiredAt: before.retiredAt ?? ctx.now }, "retired");
      case "restore":
        return write(tx, ctx, before, { retiredAt: null }, "restored");
      case "delete-audience":
        if (countCourses(tx, code) > 0 || isNamedByMicrocredential(tx, code)) return refuse("audience-used");
        tx.delete(audiences).where(eq(audiences.code, code)).run();
        record(tx, ctx, "deleted", code, { name: [before.name, null], roleKinds: [before.roleKinds, null] });
        return ok(`${before.name} is deleted.`);
    }
  });
}

/** Whether any version of a micro-credential is for an audience: what was published keeps what it says. */
function isNamedByMicrocredential(tx: Transaction, code: string): boolean {
  const named = sql`exists (select 1 from json_each(${microcredentialVersions.definition}, '$.audiences') where value = ${code})`;
  const row = tx.select({ id: microcredentialVersions.id }).from(microcredentialVersions).where(named).limit(1).get();
  return row !== undefined;
}

function add(
  tx: Transaction,
  ctx: ActorContext,
  { name, roleKinds }: Pick<Audience, "name" | "roleKinds">,
): Outcome<string, AudienceRefusal> {
  if (isTaken(tx, name, "")) return refuse("name-taken");
  const code = freeCode(name, "audience", (taken) => findAudience(tx, taken) !== undefined);
  const { last } = aggregateOf(tx.select({ last: max(audiences.position) }).from(audiences));
  tx.insert(audiences)
    .values({ code, name, roleKinds, position: (last ?? -1) + 1 })
    .run();
  record(tx, ctx, "added", code, { name: [null, name], roleKinds: [null, roleKinds] });
  return ok(`${name} was added.`);
}

function write(
  tx: Transaction,
  ctx: ActorContext,
  before: Audience,
  values: Partial<Audience>,
  what: string,
): Outcome<string, AudienceRefusal> {
  tx.update(audiences).set(values).where(eq(audiences.code, before.code)).run();
  record(tx, ctx, what, before.code, changesBetween<object>(before, values));
  return ok(`${values.name ?? before.name} is ${what}.`);
}

function record(tx: Transaction, ctx: ActorContext, what: string, code: string, changes: Changes): void {
  recordAudit(tx, ctx, { action: `audience.${what}`, subjectId: code, detail: { changes } });
}

/** An audience by its code; undefined when there is none. */
export const findAudience = (db: Reader, code: string): Audience | undefined =>
  db.select().from(audiences).where(eq(audiences.code, code)).get();

const isTaken = (db: Reader, name: string, except: string): boolean =>
  db
    .select({ code: audiences.code })
    .from(audiences)
    .where(and(eq(audiences.name, name), ne(audiences.code, except)))
    .get() !== undefined;

const countCourses = (db: Reader, code: string): number =>
  countOf(db.select({ count: count() }).from(courseAudiences).where(eq(courseAudiences.audience, code)));

/** Offerings to come that only an audience may register for: whom it means decides about their seats. */
function countClosedOfferings({ db, now }: ActorContext, code: string): number {
  const closed = and(
    eq(courseAudiences.audience, code),
    eq(offerings.audienceOnly, true),
    eq(offerings.state, "published"),
    sql`${offerings.startsAt} > ${now}`,
  );
  return countOf(
    db
      .select({ count: count() })
      .from(offerings)
      .innerJoin(courseAudiences, eq(courseAudiences.courseId, offerings.courseId))
      .where(closed),
  );
}
