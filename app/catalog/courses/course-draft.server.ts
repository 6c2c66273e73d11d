import type { Reader } from "~/platform/database/database.server";
import type { Course } from "./course.server";
import { listCourseAudiences, listCourseDesignations } from "./course-designations.server";
import type { CourseDraft } from "~/catalog/courses/course-draft";
import { listPrerequisites } from "./prerequisite.server";

/** What the form shows of a course, and by which its version is known. */
export function toCourseDraft(db: Reader, course: Course): CourseDraft {
  const { id, providerId, programArea, title, summary, description, objectives, standards } = course;
  return {
    providerId,
    programArea,
    title,
    summary,
    description,
    objectives: objectives.join("\n"),
    standards,
    designations: listCourseDesignations(db, [id]).get(id) ?? [],
    audiences: listCourseAudiences(db, id).map(({ code }) => code),
    prerequisites: listPrerequisites(db, id).map((each) => each.id),
  };
}
