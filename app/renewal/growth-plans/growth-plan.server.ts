import { and, asc, count, desc, eq } from "drizzle-orm";
import { storedFiles } from "#drizzle/schema/files";
import { growthPlanFiles, growthPlanRequests, growthPlans } from "#drizzle/schema/renewal/growth-plans";
import { MOST_PLAN_FILES } from "~/documents/issuing/document-limits";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Changes } from "~/platform/audit/changes";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { safeFileName } from "~/platform/files/file-name";
import { keepFile, receiveFile } from "~/platform/files/file-store.server";
import { fitsName } from "~/platform/files/kept-type";
import type { Once } from "~/platform/http/once";
import { once } from "~/platform/http/once.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { daysOfYear, isWritable, type PlanInput, type PlanRefusal, yearsToBegin } from "./growth-plan";
import { toPlanDraft } from "./growth-plan-form";
import { PLAN_ACTIONS } from "./plan-changes";

export type GrowthPlan = typeof growthPlans.$inferSelect;

/** Somebody's growth plans, newest first. Asks nobody for permission. */
export const listGrowthPlans = (db: Reader, personId: string): GrowthPlan[] =>
  db.select().from(growthPlans).where(eq(growthPlans.personId, personId)).orderBy(desc(growthPlans.year)).all();

/** A plan of somebody; null for one of somebody else, or none. */
export const findMyPlan = (db: Reader, personId: string, id: string): GrowthPlan | null =>
  db
    .select()
    .from(growthPlans)
    .where(and(eq(growthPlans.id, id), eq(growthPlans.personId, personId)))
    .get() ?? null;

/** The files of a plan with what is known of them, in the order in which they were added. */
export const listPlanFiles = (db: Reader, planId: string) =>
  db
    .select({ id: growthPlanFiles.id, name: growthPlanFiles.name, file: storedFiles })
    .from(growthPlanFiles)
    .innerJoin(storedFiles, eq(storedFiles.sha256, growthPlanFiles.fileHash))
    .where(eq(growthPlanFiles.planId, planId))
    .orderBy(asc(growthPlanFiles.addedAt), asc(growthPlanFiles.id))
    .all();

/** The requests of a plan, the newest first. */
export const listPlanRequests = (db: Reader, planId: string) =>
  db
    .select()
    .from(growthPlanRequests)
    .where(eq(growthPlanRequests.planId, planId))
    .orderBy(desc(growthPlanRequests.sentAt), desc(growthPlanRequests.id))
    .all();

/** The actor begins the growth plan of a year. Returns its id. */
export function beginPlan(ctx: ActorContext, year: number): Outcome<string, PlanRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const { personId } = ctx.actor;
    if (!yearsToBegin(dateOf(ctx.now, REGION_TIME_ZONE)).includes(year)) return refuse("year-closed");
    if (listGrowthPlans(tx, personId).some((plan) => plan.year === year)) return refuse("year-taken");
    const id = newId();
    const row = { id, personId, year, state: "draft" as const, topics: [], createdAt: ctx.now, updatedAt: ctx.now };
    tx.insert(growthPlans).values(row).run();
    recordPlan(tx, ctx, PLAN_ACTIONS.begun, row);
    return ok(id);
  });
}

/** Saves what the actor wrote, by their button or by itself. */
export function savePlan(ctx: ActorContext, id: string, input: PlanInput): Outcome<string, PlanRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findWritable(tx, ctx, id);
    if (!before.ok) return before;
    const { from, to } = daysOfYear(before.value.year);
    if (input.endedOn !== null && (input.endedOn < from || input.endedOn > to)) return refuse("outside-year");
    writePlan(tx, ctx, id, toPlanDraft(input));
    return ok(id);
  });
}

/** Adds a file to a plan of the actor. The same file twice is one. */
export async function addPlanFile(
  ctx: ActorContext,
  id: string,
  file: File,
  post: Once | null,
): Promise<Outcome<string, PlanRefusal>> {
  const received = await receiveFile(ctx, file);
  if (!received.ok) return received;
  const { sha256: fileHash, extension, type } = received.value;
  if (!fitsName(type, file.name)) return refuse("name-differs");
  return once(ctx, "growth plan file", post, () =>
    inTransaction(ctx.db, (tx): Outcome<string, PlanRefusal> => {
      const before = findWritable(tx, ctx, id);
      if (!before.ok) return before;
      const theirs = eq(growthPlanFiles.planId, id);
      if (countOf(tx.select({ count: count() }).from(growthPlanFiles).where(theirs)) >= MOST_PLAN_FILES)
        return refuse("too-many-files");
      keepFile(tx, ctx, received.value);
      const name = safeFileName(file.name, extension);
      const row = { id: newId(), planId: id, fileHash, name, addedAt: ctx.now };
      const added = tx.insert(growthPlanFiles).values(row).onConflictDoNothing().run();
      if (added.changes > 0) recordPlan(tx, ctx, PLAN_ACTIONS.fileAdded, before.value, { planFile: [null, name] });
      return ok(id);
    }),
  );
}

/** Takes a file off a plan of the actor. */
export function removePlanFile(ctx: ActorContext, id: string, fileId: string): Outcome<string, PlanRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findWritable(tx, ctx, id);
    if (!before.ok) return before;
    const theirs = and(eq(growthPlanFiles.id, fileId), eq(growthPlanFiles.planId, id));
    const file = tx.select().from(growthPlanFiles).where(theirs).get();
    if (!file) return refuse("unknown-file");
    tx.delete(growthPlanFiles).where(theirs).run();
    recordPlan(tx, ctx, PLAN_ACTIONS.fileRemoved, before.value, { planFile: [file.name, null] });
    return ok(id);
  });
}

/** The actor throws a plan away that nobody has signed and nobody reviews now. */
export function removePlan(ctx: ActorContext, id: string): Outcome<string, PlanRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findWritable(tx, ctx, id);
    if (!before.ok) return before;
    tx.delete(growthPlans).where(eq(growthPlans.id, id)).run();
    recordPlan(tx, ctx, PLAN_ACTIONS.removed, before.value);
    return ok(id);
  });
}

/** A plan of the actor that can be written in now. */
export function findWritable(tx: Transaction, ctx: ActorContext, id: string): Outcome<GrowthPlan, PlanRefusal> {
  const plan = findMyPlan(tx, ctx.actor.personId, id);
  if (!plan) return refuse("unknown-plan");
  return isWritable(plan.state) ? ok(plan) : refuse("not-writable");
}

/** Writes columns of a plan. */
export function writePlan(tx: Transaction, ctx: Context, id: string, values: Partial<GrowthPlan>): void {
  tx.update(growthPlans)
    .set({ ...values, updatedAt: ctx.now })
    .where(eq(growthPlans.id, id))
    .run();
}

/** Notes in the audit log what was done to a plan. */
export function recordPlan(
  tx: Transaction,
  ctx: Context,
  action: string,
  { id, personId, year }: Pick<GrowthPlan, "id" | "personId" | "year">,
  changes: Changes = {},
): void {
  recordAudit(tx, ctx, { action, subjectId: id, personId, detail: { year, changes } });
}
