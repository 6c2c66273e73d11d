import { asc, eq, inArray } from "drizzle-orm";
import { audiences, courseAudiences, courseDesignations } from "#drizzle/schema/catalog";
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

/** For whom a course is, in the order of the audiences. */
export function listCourseAudiences(
  db: Reader,
  courseId: string,
): { code: string; name: string; roleKinds: RoleKind[] }[] {
  return db
    .select({ code: audiences.code, name: audiences.name, roleKinds: audiences.roleKinds })
    .from(courseAudiences)
    .innerJoin(audiences, eq(audiences.code, courseAudiences.audience))
    .where(eq(courseAudiences.courseId, courseId))
    .orderBy(asc(audiences.position))
    .all();
}
