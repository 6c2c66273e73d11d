import { and, asc, desc, eq, isNull, lt, max } from "drizzle-orm";
import { courseQuestions } from "#drizzle/schema/course-terms";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { findScopedCourse } from "./course.server";
import type { QuestionKind } from "./question-kind";

/** What a course asks people who register, in order. Retired questions live on in old answers only. */
export function listQuestions(db: Reader, courseId: string) {
  return db.select().from(courseQuestions).where(asked(courseId)).orderBy(asc(courseQuestions.position)).all();
}

export type Question = ReturnType<typeof listQuestions>[number];

type QuestionRefusal = "unknown-course" | "unknown-question";

/** Adds a question at the end. An access need is never required: whoever has none says nothing. */
export function addQuestion(
  ctx: ScopedContext,
  input: { courseId: string; kind: QuestionKind; prompt: string; choices: string[]; required: boolean },
): Outcome<null, QuestionRefusal> {
  return change(ctx, input.courseId, "added", (tx) => {
    const { kind, prompt } = input;
    const last = tx
      .select({ position: max(courseQuestions.position) })
      .from(courseQuestions)
      .where(asked(input.courseId))
      .get();
    tx.insert(courseQuestions)
      .values({
        id: newId(),
        courseId: input.courseId,
        position: (last?.position ?? 0) + 1,
        kind,
        prompt,
        choices: kind === "choice" ? input.choices : [],
        required: kind !== "access" && input.required,
      })
      .run();
    return ok(null);
  });
}

/** Asks people of a new course these questions, in their order. */
export function writeQuestions(
  tx: Transaction,
  courseId: string,
  questions: readonly Pick<Question, "kind" | "prompt" | "choices" | "required">[],
): void {
  for (const [index, { kind, prompt, choices, required }] of questions.entries())
    tx.insert(courseQuestions)
      .values({ id: newId(), courseId, position: index + 1, kind, prompt, choices, required })
      .run();
}

/** Asks a question no longer. What people answered before stays with their registrations. */
export function retireQuestion(
  ctx: ScopedContext,
  input: { courseId: string; questionId: string },
): Outcome<null, QuestionRefusal> {
  return change(ctx, input.courseId, "retired", (tx) => {
    const one = and(asked(input.courseId), eq(courseQuestions.id, input.questionId));
    const { changes } = tx.update(courseQuestions).set({ retiredAt: ctx.now }).where(one).run();
    return changes === 1 ? ok(null) : refuse("unknown-question");
  });
}

/** Asks a question before the one that stands above it. */
export function moveQuestionUp(
  ctx: ScopedContext,
  input: { courseId: string; questionId: string },
): Outcome<null, QuestionRefusal> {
  return change(ctx, input.courseId, "moved", (tx) => {
    const one = and(asked(input.courseId), eq(courseQuestions.id, input.questionId));
    const question = tx.select().from(courseQuestions).where(one).get();
    if (!question) return refuse("unknown-question");
    const above = tx
      .select()
      .from(courseQuestions)
      .where(and(asked(input.courseId), lt(courseQuestions.position, question.position)))
      .orderBy(desc(courseQuestions.position))
      .limit(1)
      .get();
    if (!above) return ok(null);
    for (const [id, position] of [
      [question.id, above.position],
      [above.id, question.position],
    ] as const)
      tx.update(courseQuestions).set({ position }).where(eq(courseQuestions.id, id)).run();
    return ok(null);
  });
}

function asked(courseId: string) {
  return and(eq(courseQuestions.courseId, courseId), isNull(courseQuestions.retiredAt));
}

function change(
  ctx: ScopedContext,
  courseId: string,
  what: string,
  run: (tx: Transaction) => Outcome<null, QuestionRefusal>,
): Outcome<null, QuestionRefusal> {
  return inTransaction(ctx.db, (tx) => {
    if (!findScopedCourse(tx, ctx, courseId)) return refuse("unknown-course");
    const outcome = run(tx);
    if (outcome.ok) recordAudit(tx, ctx, { action: `course.question-${what}`, subjectId: courseId });
    return outcome;
  });
}
