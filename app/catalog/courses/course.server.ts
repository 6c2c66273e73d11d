import { and, count, eq, gt, inArray } from "drizzle-orm";
import { courseAudiences, courseDesignations, courses, offerings, programAreas } from "#drizzle/schema/catalog";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { changesBetween } from "~/platform/audit/changes";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { isCurrent } from "~/platform/http/stale-form.server";
import { toCourseDraft } from "./course-draft.server";
import type { CourseState } from "./course-state";
import type { Designation } from "./designation";
import { writePrerequisites } from "./prerequisite.server";
import { canHaveAudiences } from "~/catalog/audiences/audience.server";
import type { CatalogRefusal } from "~/catalog/refusal";
import { countOf, rowOf } from "~/platform/database/rows.server";

export type Course = typeof courses.$inferSelect;

/** What a coordinator writes of a course. */
export interface CourseInput {
  programArea: string;
  title: string;
  summary: string;
  description: string;
  /** Each completes "Participants will be able to …". */
  objectives: string[];
  standards: string;
  designations: Designation[];
  /** Codes of audiences. */
  audiences: string[];
  /** Courses whose credit people need first. */
  prerequisites?: string[];
}

/** Drafts a course of a provider that the actor coordinates. */
export function createCourse(
  ctx: ScopedContext,
  input: CourseInput & { providerId: string },
): Outcome<{ id: string }, CatalogRefusal> {
  return inTransaction(ctx.db, (tx) => {
    if (!ctx.scopeIds.includes(input.providerId)) return refuse("unknown-course");
    if (!canHaveArea(tx, input.programArea)) return refuse("unknown-program-area");
    if (!canHaveAudiences(tx, input.audiences)) return refuse("unknown-audience");
    const id = newId();
    tx.insert(courses)
      .values({
        id,
        providerId: input.providerId,
        ...columnsOf(input),
        state: "draft",
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .run();
    insertTopics(tx, id, input);
    writePrerequisites(tx, { id, providerId: input.providerId }, input.prerequisites ?? []);
    recordAudit(tx, ctx, { action: "course.created", subjectId: id, detail: { title: input.title } });
    return ok({ id });
  });
}

/** Rewrites a course, in the transaction of a command that keeps what it changes for approved offerings. */
export function writeCourse(
  tx: Transaction,
  ctx: ScopedContext,
  input: CourseInput & { courseId: string; base?: string | undefined },
): Outcome<{ id: string }, CatalogRefusal> {
  const course = findScopedCourse(tx, ctx, input.courseId);
  if (!course) return refuse("unknown-course");
  const draft = toCourseDraft(tx, course);
  if (!isCurrent(input.base, draft)) return refuse("changed-meanwhile");
  if (!canHaveArea(tx, input.programArea, course.programArea)) return refuse("unknown-program-area");
  if (!canHaveAudiences(tx, input.audiences, draft.audiences)) return refuse("unknown-audience");
  if (course.state === "published" && input.objectives.length === 0) return refuse("no-objectives");
  tx.update(courses)
    .set({ ...columnsOf(input), updatedAt: ctx.now })
    .where(eq(courses.id, course.id))
    .run();
  tx.delete(courseDesignations).where(eq(courseDesignations.courseId, course.id)).run();
  tx.delete(courseAudiences).where(eq(courseAudiences.courseId, course.id)).run();
  insertTopics(tx, course.id, input);
  writePrerequisites(tx, course, input.prerequisites ?? []);
  const changes = changesBetween<object>(draft, toCourseDraft(tx, getCourse(tx, course.id)));
  recordAudit(tx, ctx, { action: "course.updated", subjectId: course.id, detail: { changes } });
  return ok({ id: course.id });
}

/** Puts a course into the catalog. Its objectives are public (A4), so there must be some. */
export function publishCourse(ctx: ScopedContext, courseId: string): Outcome<{ id: string }, CatalogRefusal> {
  return changeState(ctx, courseId, "published", (_tx, course) =>
    course.objectives.length === 0 ? refuse("no-objectives") : ok(null),
  );
}

/** Takes a course out of the catalog. Refused while published offerings of it are still to come. */
export function archiveCourse(ctx: ScopedContext, courseId: string): Outcome<{ id: string }, CatalogRefusal> {
  return changeState(ctx, courseId, "archived", (tx, course) => {
    const isComing = and(
      eq(offerings.courseId, course.id),
      eq(offerings.state, "published"),
      gt(offerings.endsAt, ctx.now),
    );
    const coming = countOf(tx.select({ count: count() }).from(offerings).where(isComing));
    return coming > 0 ? refuse("course-has-offerings", { count: coming }) : ok(null);
  });
}

/**
 * A course that a row of ours is about.
 * @throws Error when there is none
 */
export function getCourse(db: Reader, courseId: string): Course {
  return rowOf(db.select().from(courses).where(eq(courses.id, courseId)), `course ${courseId}`);
}

/** A course of a provider that the actor coordinates; null for any other. */
export function findScopedCourse(db: Reader, ctx: ScopedContext, courseId: string): Course | null {
  return (
    db
      .select()
      .from(courses)
      .where(and(eq(courses.id, courseId), inArray(courses.providerId, ctx.scopeIds)))
      .get() ?? null
  );
}

function changeState(
  ctx: ScopedContext,
  courseId: string,
  state: CourseState,
  check: (tx: Transaction, course: Course) => Outcome<null, CatalogRefusal>,
): Outcome<{ id: string }, CatalogRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const course = findScopedCourse(tx, ctx, courseId);
    if (!course) return refuse("unknown-course");
    if (course.state === state) return ok({ id: course.id });
    const checked = check(tx, course);
    if (!checked.ok) return checked;
    tx.update(courses).set({ state, updatedAt: ctx.now }).where(eq(courses.id, course.id)).run();
    recordAudit(tx, ctx, { action: `course.${state}`, subjectId: course.id, detail: { from: course.state } });
    return ok({ id: course.id });
  });
}

function columnsOf({ programArea, title, summary, description, objectives, standards }: CourseInput) {
  return { programArea, title, summary, description, objectives, standards };
}

function insertTopics(tx: Transaction, courseId: string, input: CourseInput): void {
  for (const designation of new Set(input.designations))
    tx.insert(courseDesignations).values({ courseId, designation }).run();
  for (const audience of new Set(input.audiences)) tx.insert(courseAudiences).values({ courseId, audience }).run();
}

/** Whether something can have a program area: it is there, and not retired unless that has it already. */
export function canHaveArea(tx: Transaction, code: string, kept?: string): boolean {
  const area = tx.select().from(programAreas).where(eq(programAreas.code, code)).get();
  return area !== undefined && (area.retiredAt === null || code === kept);
}
