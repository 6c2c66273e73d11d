import { type QuizQuestion, STEP_LIMITS, type OwnTimeWindow } from "~/catalog/steps/step";

/** When a step can be done; null: as long as its session. Epoch milliseconds. */
export interface StepDates {
  opensAt: number | null;
  dueAt: number | null;
}

/** Where a step stands by the clock: after its own date, and until the session's end, it is late and still counts. */
export type StepWindow = "not-yet" | "open" | "late" | "over";

/** Where a step stands at an instant. Both ends belong to it. */
export function stepWindowAt(step: StepDates, session: OwnTimeWindow, now: number): StepWindow {
  if (now < opensAtOf(step, session)) return "not-yet";
  if (now > session.endsAt) return "over";
  return now <= dueAtOf(step, session) ? "open" : "late";
}

/** From when a step can be done, epoch milliseconds. */
export const opensAtOf = (step: StepDates, session: OwnTimeWindow): number => step.opensAt ?? session.startsAt;

/** Until when a step is to be done, epoch milliseconds. */
export const dueAtOf = (step: StepDates, session: OwnTimeWindow): number => step.dueAt ?? session.endsAt;

/** How many words a text has: what stands between spaces and holds a letter or a figure. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Whether a reflection can be handed in. Its length is counted in words; how long it may be, in characters. */
export function judgeReflection(text: string, leastWords: number | null): "fine" | "too-short" | "too-long" {
  if (text.length > STEP_LIMITS.reflection) return "too-long";
  return countWords(text) < Math.max(1, leastWords ?? 1) ? "too-short" : "fine";
}

/** What came out of a quiz: how many answers are right, and whether they are enough. */
export function scoreQuiz(
  questions: readonly QuizQuestion[],
  answers: readonly number[],
  passingScore: number,
): { right: number; passed: boolean } {
  const right = questions.filter((question, index) => answers[index] === question.right).length;
  return { right, passed: right >= passingScore };
}

/** Whether every question has an answer that was among those to choose from. */
export function isAnswered(questions: readonly QuizQuestion[], answers: readonly (number | undefined)[]): boolean {
  return (
    answers.length === questions.length &&
    questions.every((question, index) => question.answers[answers[index] ?? -1] !== undefined)
  );
}

/** How often a quiz can still be taken; null: as often as people like. Never below 0. */
export function attemptsLeft(mostAttempts: number | null, taken: number): number | null {
  return mostAttempts === null ? null : Math.max(0, mostAttempts - taken);
}

/** Whether the right answers may be shown: once the quiz is passed, cannot be taken any more, or its session is over. */
export function mayShowAnswers({
  passed,
  left,
  window,
}: {
  passed: boolean;
  left: number | null;
  window: StepWindow;
}): boolean {
  return passed || left === 0 || window === "over";
}
