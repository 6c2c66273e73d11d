import { asc, eq } from "drizzle-orm";
import { courseQuestions } from "#drizzle/schema/course-terms";
import { registrationAnswers } from "#drizzle/schema/registration";
import type { Question } from "~/catalog/courses/question.server";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";

/** Answers by the id of their question; blank ones count as none. */
export type Answers = Readonly<Record<string, string | undefined>>;

/** Keeps what a person answered with the registration that they answered it for. Check the answers before. */
export function writeAnswers(
  tx: Transaction,
  questions: readonly Question[],
  registrationId: string,
  answers: Answers,
): void {
  for (const question of questions) {
    const answer = answers[question.id]?.trim();
    if (answer) tx.insert(registrationAnswers).values({ registrationId, questionId: question.id, answer }).run();
  }
}

/** Whether answers leave no required question open and choose only what is offered. */
export function checkAnswers(questions: readonly Question[], answers: Answers): Outcome<null, "missing-answer"> {
  const bad = questions.find(({ id, kind, required, choices }) => {
    const answer = answers[id]?.trim();
    return answer ? kind === "choice" && !choices.includes(answer) : required;
  });
  return bad ? refuse("missing-answer", { question: bad.id }) : ok(null);
}

/** What a person answered, with the questions as they were asked. */
export function listAnswers(db: Reader, registrationId: string) {
  return db
    .select({
      questionId: courseQuestions.id,
      prompt: courseQuestions.prompt,
      kind: courseQuestions.kind,
      answer: registrationAnswers.answer,
    })
    .from(registrationAnswers)
    .innerJoin(courseQuestions, eq(courseQuestions.id, registrationAnswers.questionId))
    .where(eq(registrationAnswers.registrationId, registrationId))
    .orderBy(asc(courseQuestions.position))
    .all();
}
