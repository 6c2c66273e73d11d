import { type CourseInput, createCourse } from "~/catalog/courses/course.server";
import { writeQuestions } from "~/catalog/courses/question.server";
import type { CatalogRefusal } from "~/catalog/refusal";
import type { ScopedContext } from "~/people/roles/permission.server";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import type { Outcome } from "~/platform/outcome";
import { findCourseTemplate, readCourse } from "./template.server";
import type { CourseTemplate } from "./template-kind";

/** What a new course begins with: another course of the actor's providers, or a template of theirs. */
export interface Beginning {
  copy: string | null;
  template: string | null;
}

/** What an address asks a new course to begin with. */
export const beginningIn = (search: URLSearchParams): Beginning => ({
  copy: search.get("copy"),
  template: search.get("template"),
});

/** What a new course begins with, as its form shows it; null for an empty form. */
export function findBeginning(db: Reader, ctx: ScopedContext, { copy, template }: Beginning): CourseTemplate | null {
  const kept = template ? findCourseTemplate(db, ctx, template) : null;
  if (kept) return kept;
  const original = copy ? readCourse(db, ctx, copy) : null;
  if (!original) return null;
  const { course, questions } = original.draft;
  return { course: { ...course, title: `${course.title} (copy)` }, questions };
}

/** Drafts a course; one that began with another or with a template asks people the same questions. */
export function beginCourse(
  ctx: ScopedContext,
  input: CourseInput & { providerId: string },
  beginning: Beginning,
): Outcome<{ id: string }, CatalogRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const created = createCourse(ctx, input);
    if (!created.ok) return created;
    writeQuestions(tx, created.value.id, findBeginning(tx, ctx, beginning)?.questions ?? []);
    return created;
  });
}
