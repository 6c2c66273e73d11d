import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { REFLECTION_STATES } from "../../../app/attendance/steps/reflection-state";
import { type QuizQuestion, STEP_KINDS } from "../../../app/catalog/steps/step";
import { sessions } from "../catalog";
import { id, instant, oneOf } from "../column";
import { persons } from "../people";

/** What people do, in order, in a session on their own time. */
export const sessionSteps = sqliteTable(
  "session_steps",
  {
    id: id(),
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    kind: text("kind", { enum: STEP_KINDS }).notNull(),
    title: text("title").notNull(),
    instructions: text("instructions"),
    /** How many of the session's minutes it counts. */
    minutes: integer("minutes").notNull(),
    /** Null: from the session's opening, or until its end. */
    opensAt: instant("opens_at"),
    dueAt: instant("due_at"),
    link: text("link"),
    leastWords: integer("least_words"),
    isRead: integer("is_read", { mode: "boolean" }).notNull().default(false),
    passingScore: integer("passing_score"),
    mostAttempts: integer("most_attempts"),
    questions: text("questions", { mode: "json" }).$type<QuizQuestion[]>(),
    changedAt: instant("changed_at").notNull(),
    changedBy: text("changed_by")
      .notNull()
      .references(() => persons.id),
  },
  (t) => [
    oneOf("session_steps_kind", t.kind, STEP_KINDS),
    check("session_steps_minutes", sql`${t.minutes} >= 0`),
    check("session_steps_link", sql`${t.kind} <> 'link' or ${t.link} is not null`),
    check("session_steps_quiz", sql`(${t.kind} = 'quiz') = (${t.questions} is not null)`),
    index("session_steps_session").on(t.sessionId, t.position),
  ],
);

/** What somebody writes for a reflection before they hand it in. */
export const reflectionDrafts = sqliteTable(
  "reflection_drafts",
  {
    stepId: text("step_id")
      .notNull()
      .references(() => sessionSteps.id, { onDelete: "cascade" }),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    text: text("text").notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.stepId, t.personId] })],
);

/** Reflections as they were handed in, each a version of its own, with the answer of whoever read it. */
export const reflections = sqliteTable(
  "reflections",
  {
    id: id(),
    stepId: text("step_id")
      .notNull()
      .references(() => sessionSteps.id),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    number: integer("number").notNull(),
    text: text("text").notNull(),
    words: integer("words").notNull(),
    handedInAt: instant("handed_in_at").notNull(),
    state: text("state", { enum: REFLECTION_STATES }).notNull(),
    /** What whoever read it wrote; there is always a word with one that is returned. */
    answer: text("answer"),
    readBy: text("read_by").references(() => persons.id),
    readAt: instant("read_at"),
  },
  (t) => [
    oneOf("reflections_state", t.state, REFLECTION_STATES),
    check("reflections_returned", sql`${t.state} <> 'returned' or ${t.answer} is not null`),
    check("reflections_read", sql`(${t.readBy} is null) = (${t.readAt} is null)`),
    uniqueIndex("reflections_version").on(t.stepId, t.personId, t.number),
  ],
);

/** A quiz as it was asked and answered. What was asked is kept as it stood. */
export const quizAttempts = sqliteTable(
  "quiz_attempts",
  {
    id: id(),
    stepId: text("step_id")
      .notNull()
      .references(() => sessionSteps.id),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    number: integer("number").notNull(),
    questions: text("questions", { mode: "json" }).$type<QuizQuestion[]>().notNull(),
    /** The index of the chosen answer for each question. */
    answers: text("answers", { mode: "json" }).$type<number[]>().notNull(),
    right: integer("right").notNull(),
    passingScore: integer("passing_score").notNull(),
    takenAt: instant("taken_at").notNull(),
  },
  (t) => [uniqueIndex("quiz_attempts_number").on(t.stepId, t.personId, t.number)],
);
