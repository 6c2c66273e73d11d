import { and, asc, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import { courses, offerings, programAreas } from "#drizzle/schema/catalog";
import { providers } from "#drizzle/schema/providers";
import type { ScopedContext } from "~/people/roles/permission.server";
import { notFound, PAGE_SIZE } from "~/platform/http/responses.server";
import { type Course, findScopedCourse, getCourse } from "./course.server";
import type { CourseState } from "./course-state";
import { findScopedOffering, type Offering } from "~/catalog/offerings/offering.server";
import { getProvider } from "~/catalog/providers/provider.server";
import { holdsTyped } from "~/platform/database/contains.server";
import { countOf } from "~/platform/database/rows.server";
import { listPrerequisites } from "./prerequisite.server";
import { listCourseAudiences, listCourseDesignations } from "./course-designations.server";
import { listQuestions } from "./question.server";
import { byLetters } from "~/platform/database/letter-order.server";

/** The providers that the actor coordinates. */
export function listScopedProviders(ctx: ScopedContext) {
  return ctx.db
    .select({ id: providers.id, name: providers.name, timeZone: providers.timeZone })
    .from(providers)
    .where(inArray(providers.id, ctx.scopeIds))
    .orderBy(byLetters(providers.name))
    .all();
}

/** Courses of the actor's providers by title, a page at a time, with how many published offerings are to come. */
export function listScopedCourses(
  ctx: ScopedContext,
  filters: { words: string; state: CourseState | null; area: string | null },
  page: number,
) {
  const where = courseConditions(ctx, filters);
  const rows = ctx.db
    .select({
      id: courses.id,
      title: courses.title,
      state: courses.state,
      area: programAreas.name,
      coming: sql<number>`(select count(*) from ${offerings} where ${offerings.courseId} = ${courses.id}
        and ${offerings.state} = 'published' and ${offerings.startsAt} > ${ctx.now})`,
      all: sql<number>`(select count(*) from ${offerings} where ${offerings.courseId} = ${courses.id})`,
    })
    .from(courses)
    .innerJoin(programAreas, eq(programAreas.code, courses.programArea))
    .where(where)
    .orderBy(byLetters(courses.title), asc(courses.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .all();
  return { rows, total: countOf(ctx.db.select({ count: count() }).from(courses).where(where)) };
}

/**
 * A course that the actor coordinates, with its provider and its designations.
 * @throws Response 404 for any other
 */
export function getScopedCourse(ctx: ScopedContext, courseId: string) {
  const course = findScopedCourse(ctx.db, ctx, courseId);
  if (!course) throw notFound();
  const { id, name, timeZone } = getProvider(ctx.db, course.providerId);
  return {
    course,
    provider: { id, name, timeZone },
    designations: listCourseDesignations(ctx.db, [courseId]).get(courseId) ?? [],
    audiences: listCourseAudiences(ctx.db, courseId),
    prerequisites: listPrerequisites(ctx.db, courseId).map(({ id }) => id),
    questionCount: listQuestions(ctx.db, courseId).length,
  };
}

/**
 * An offering that the actor coordinates, with its course and the committee's decisions (A5).
 * @throws Response 404 for any other
 */
export function getScopedOffering(ctx: ScopedContext, offeringId: string): { offering: Offering; course: Course } {
  const offering = findScopedOffering(ctx.db, ctx, offeringId);
  if (!offering) throw notFound();
  return { offering, course: getCourse(ctx.db, offering.courseId) };
}

function courseConditions(
  ctx: ScopedContext,
  { words, state, area }: { words: string; state: CourseState | null; area: string | null },
): SQL | undefined {
  return and(
    inArray(courses.providerId, ctx.scopeIds),
    holdsTyped(words, courses.title),
    state ? eq(courses.state, state) : undefined,
    area ? eq(courses.programArea, area) : undefined,
  );
}
