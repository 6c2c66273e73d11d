import { and, eq, inArray, ne } from "drizzle-orm";
import { courses } from "#drizzle/schema/catalog";
import { coursePrerequisites } from "#drizzle/schema/course-terms";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { byLetters } from "~/platform/database/letter-order.server";

/** Courses whose credit people need before they register for one. */
export function listPrerequisites(db: Reader, courseId: string): { id: string; title: string }[] {
  return db
    .select({ id: courses.id, title: courses.title })
    .from(coursePrerequisites)
    .innerJoin(courses, eq(courses.id, coursePrerequisites.prerequisiteId))
    .where(eq(coursePrerequisites.courseId, courseId))
    .orderBy(byLetters(courses.title))
    .all();
}

/** Courses of a provider that another of its courses can ask for. */
export function listPrerequisiteOptions(db: Reader, providerId: string, courseId: string | null) {
  return db
    .select({ value: courses.id, label: courses.title })
    .from(courses)
    .where(and(eq(courses.providerId, providerId), courseId ? ne(courses.id, courseId) : undefined))
    .orderBy(byLetters(courses.title))
    .all();
}

/** Writes what a course asks for. Ids that are no courses of its provider are left out, and so is the course itself. */
export function writePrerequisites(
  tx: Transaction,
  course: { id: string; providerId: string },
  ids: readonly string[],
): void {
  tx.delete(coursePrerequisites).where(eq(coursePrerequisites.courseId, course.id)).run();
  const known = tx
    .select({ id: courses.id })
    .from(courses)
    .where(and(inArray(courses.id, [...ids]), eq(courses.providerId, course.providerId), ne(courses.id, course.id)))
    .all();
  for (const { id } of known) tx.insert(coursePrerequisites).values({ courseId: course.id, prerequisiteId: id }).run();
}
