import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { QUESTION_KINDS } from "../../app/catalog/courses/question-kind";
import { courses } from "./catalog";
import { id, instant, oneOf } from "./column";

// What a course asks of people before they have a place in one of its offerings.

/** A course whose credit a person needs before they register for this one. */
export const coursePrerequisites = sqliteTable(
  "course_prerequisites",
  {
    courseId: text("course_id")
      .notNull()
      .references(() => courses.id),
    prerequisiteId: text("prerequisite_id")
      .notNull()
      .references(() => courses.id),
  },
  (t) => [
    primaryKey({ columns: [t.courseId, t.prerequisiteId] }),
    check("course_prerequisites_other", sql`${t.courseId} <> ${t.prerequisiteId}`),
  ],
);

/** What a course asks people who register. A question that was changed or removed is retired, so that answers keep theirs. */
export const courseQuestions = sqliteTable(
  "course_questions",
  {
    id: id(),
    courseId: text("course_id")
      .notNull()
      .references(() => courses.id),
    position: integer("position").notNull(),
    kind: text("kind", { enum: QUESTION_KINDS }).notNull(),
    prompt: text("prompt").notNull(),
    /** The answers to choose from; empty for the other kinds. */
    choices: text("choices", { mode: "json" }).$type<string[]>().notNull(),
    required: integer("required", { mode: "boolean" }).notNull(),
    retiredAt: instant("retired_at"),
  },
  (t) => [
    oneOf("course_questions_kind", t.kind, QUESTION_KINDS),
    index("course_questions_course").on(t.courseId, t.position),
  ],
);
