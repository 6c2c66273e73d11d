import { asc, eq, inArray } from "drizzle-orm";
import { courseAudiences, courseDesignations } from "#drizzle/schema/catalog";
import type { RoleKind } from "~/people/roles/role";
import type { Reader } from "~/platform/database/database.server";
import type { Designation } from "./designation";

/** The designations of courses, by course. */
export function listCourseDesignations(db: Reader, courseIds: readonly string[]): Map<string, Designation[]> {
  const found = new Map<string, Designation[]>();
  const rows = db
    .select()
    .from(courseDesignations)
    .where(inArray(courseDesignations.courseId, [...courseIds]))
    .orderBy(asc(courseDesignations.designation))
    .all();
  for (const { courseId, designation } of rows) found.set(courseId, [...(found.get(courseId) ?? []), designation]);
  return found;
}

/** Whom a course is for. */
export function listCourseAudiences(db: Reader, courseId: string): RoleKind[] {
  return db
    .select({ audience: courseAudiences.audience })
    .from(courseAudiences)
    .where(eq(courseAudiences.courseId, courseId))
    .all()
    .map(({ audience }) => audience);
}
