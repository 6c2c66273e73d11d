import { inArray } from "drizzle-orm";
import { providers } from "#drizzle/schema/providers";
import type { ScopedContext } from "~/people/roles/permission.server";
import { notFound } from "~/platform/http/responses.server";
import { type Course, findScopedCourse, getCourse } from "./course.server";
import { findScopedOffering, type Offering } from "~/catalog/offerings/offering.server";
import { getProvider } from "~/catalog/providers/provider.server";
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
    audiences: listCourseAudiences(ctx.db, courseId).map(({ code }) => code),
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
