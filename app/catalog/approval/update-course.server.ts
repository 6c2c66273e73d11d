import { type CourseInput, writeCourse } from "~/catalog/courses/course.server";
import type { CatalogRefusal } from "~/catalog/refusal";
import type { ScopedContext } from "~/people/roles/permission.server";
import { inTransaction, orTakenBack } from "~/platform/database/database.server";
import { ok, type Outcome } from "~/platform/outcome";
import { keepPlanChange, readPlansOfCourse } from "./approved-plan.server";

/**
 * Rewrites a course. What its offerings were approved with stays with their decisions; where that differs now for one
 * that is not over, the reason is kept beside it, and without a reason nothing is changed.
 */
export function updateCourse(
  ctx: ScopedContext,
  input: CourseInput & { courseId: string; base?: string | undefined; reason?: string | undefined },
): Outcome<{ id: string }, CatalogRefusal> {
  return inTransaction(ctx.db, (tx) =>
    orTakenBack(tx, () => {
      const before = readPlansOfCourse(tx, ctx.now, input.courseId);
      const written = writeCourse(tx, ctx, input);
      if (!written.ok) return written;
      for (const { id, plan } of before) {
        const kept = keepPlanChange(tx, ctx, id, plan, input.reason);
        if (!kept.ok) return kept;
      }
      return ok(written.value);
    }),
  );
}
