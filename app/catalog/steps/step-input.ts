import { toInstant } from "~/platform/time/time-zone";
import type { QuizQuestion, StepContent, StepKind } from "./step";
import type { StepContentValue } from "./step-form";

/**
 * A posted step as it is kept: what its kind does not have is left out, questions and answers that nobody wrote are dropped,
 * and the mark of the right answer stays with its answer. A right answer that was not written leaves none (-1).
 */
export function toStepContent(kind: StepKind, form: StepContentValue, timeZone: string): StepContent {
  const at = (wall: string | null) => (wall === null ? null : toInstant(wall, timeZone));
  const questions = form.questions.flatMap((each) => toQuestion(each) ?? []);
  return {
    kind,
    title: form.title,
    instructions: form.instructions,
    opensAt: at(form.opensAt),
    dueAt: at(form.dueAt),
    link: kind === "quiz" ? null : form.link,
    leastWords: kind === "reflection" ? (form.leastWords ?? null) : null,
    isRead: kind === "reflection" && form.isRead === "on",
    passingScore: kind === "quiz" ? (form.passingScore ?? questions.length) : null,
    mostAttempts: kind === "quiz" ? (form.mostAttempts ?? null) : null,
    questions: kind === "quiz" ? questions : null,
  };
}

function toQuestion({ text, answers, right, why }: StepContentValue["questions"][number]): QuizQuestion | null {
  const written = answers.flatMap((answer, index) => (answer ? [{ answer, isRight: index === right }] : []));
  if (!text && written.length === 0) return null;
  return {
    text: text ?? "",
    answers: written.map(({ answer }) => answer),
    right: written.findIndex(({ isRight }) => isRight),
    why,
  };
}
