import { eq, or } from "drizzle-orm";
import { courseAudiences, courseDesignations, courses, offerings } from "#drizzle/schema/catalog";
import { coursePrerequisites, courseQuestions } from "#drizzle/schema/course-terms";
import type { CatalogRefusal } from "~/catalog/refusal";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { findScopedCourse } from "./course.server";

/** Deletes the draft of a course that was never offered and that no other course asks for first. */
export function deleteCourse(ctx: ScopedContext, courseId: string): Outcome<{ title: string }, CatalogRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const course = findScopedCourse(tx, ctx, courseId);
    if (!course) return refuse("unknown-course");
    const { id, title, state } = course;
    if (state !== "draft") return refuse("not-possible-now");
    if (tx.select({ id: offerings.id }).from(offerings).where(eq(offerings.courseId, id)).get())
      return refuse("course-offered");
    const asks = or(eq(coursePrerequisites.courseId, id), eq(coursePrerequisites.prerequisiteId, id));
    const links = tx.select().from(coursePrerequisites).where(asks).all();
    if (links.some(({ prerequisiteId }) => prerequisiteId === id)) return refuse("course-asked-for");
    for (const table of [coursePrerequisites, courseQuestions, courseDesignations, courseAudiences] as const)
      tx.delete(table).where(eq(table.courseId, id)).run();
    tx.delete(courses).where(eq(courses.id, id)).run();
    recordAudit(tx, ctx, { action: "course.deleted", subjectId: id, detail: { title } });
    return ok({ title });
  });
}
