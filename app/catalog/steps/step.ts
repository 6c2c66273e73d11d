/** What a step of a session on people's own time asks of them. */
export const STEP_KINDS = ["link", "reflection", "quiz"] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Kinds of steps in words. */
export const STEP_KIND_LABELS: Record<StepKind, string> = {
  link: "Something to read, watch or do",
  reflection: "Reflection to write",
  quiz: "Quiz",
};

/** How long and how many things may be; form, rules and refusals share them. */
export const STEP_LIMITS = {
  steps: 40,
  title: 120,
  instructions: 4000,
  minutes: 6000,
  words: 2000,
  questions: 30,
  answers: 5,
  question: 500,
  answer: 300,
  attempts: 20,
  /** Of a reflection, in characters. */
  reflection: 20_000,
} as const;

/** A question with one right answer among two to five. */
export interface QuizQuestion {
  text: string;
  answers: string[];
  /** Index of the right answer. */
  right: number;
  /** Why it is right, shown with the results. */
  why: string | null;
}

/** What a step asks, apart from its place in the order and its minutes. Instants are epoch milliseconds. */
export interface StepContent {
  kind: StepKind;
  title: string;
  instructions: string | null;
  /** Null: from the session's opening, or until its end. */
  opensAt: number | null;
  dueAt: number | null;
  link: string | null;
  /** Of a reflection. */
  leastWords: number | null;
  /** Whether a reflection counts only once somebody has read it. */
  isRead: boolean;
  /** Of a quiz: right answers that are needed, and how often it may be taken; null: as often as people like. */
  passingScore: number | null;
  mostAttempts: number | null;
  questions: QuizQuestion[] | null;
}

/** When a session on people's own time is open; epoch milliseconds. */
export interface OwnTimeWindow {
  startsAt: number;
  endsAt: number;
}

export type StepProblem =
  "outside-session" | "opens-after-due" | "no-link" | "no-questions" | "no-right-answer" | "passing-over-total";

/** What is wrong with a step that is to be kept; null where it can be done as it is planned. */
export function findStepProblem(step: StepContent, session: OwnTimeWindow): StepProblem | null {
  const opensAt = step.opensAt ?? session.startsAt;
  const dueAt = step.dueAt ?? session.endsAt;
  const isInside = (at: number) => at >= session.startsAt && at <= session.endsAt;
  if (!isInside(opensAt) || !isInside(dueAt)) return "outside-session";
  if (opensAt >= dueAt) return "opens-after-due";
  if (step.kind === "link") return step.link ? null : "no-link";
  return step.kind === "quiz" ? findQuizProblem(step) : null;
}

function findQuizProblem({ questions, passingScore }: StepContent): StepProblem | null {
  if (!questions || questions.length === 0) return "no-questions";
  const isAnswerable = ({ answers, right }: QuizQuestion) => answers.length >= 2 && answers[right] !== undefined;
  if (!questions.every(isAnswerable)) return "no-right-answer";
  return (passingScore ?? 0) > questions.length ? "passing-over-total" : null;
}

/**
 * How the minutes of steps stand to what their session holds: `left` is what no step has yet, negative where they are more.
 * Steps may hold fewer while the offering is a draft; approved, they add up.
 */
export function balanceMinutes(
  steps: readonly { minutes: number }[],
  ownMinutes: number,
): { planned: number; left: number; addsUp: boolean } {
  const planned = steps.reduce((sum, { minutes }) => sum + minutes, 0);
  return { planned, left: ownMinutes - planned, addsUp: planned === ownMinutes };
}

/** A step in one line, as a committee reads it: "Quiz: Check what you know · 30 minutes · 4 of 5 right". */
export function describeStep(step: StepContent & { minutes: number }): string {
  const asks = {
    link: null,
    reflection: step.leastWords ? `at least ${step.leastWords} words` : null,
    quiz: step.questions && step.passingScore ? `${step.passingScore} of ${step.questions.length} right` : null,
  }[step.kind];
  const parts = [`${STEP_KIND_LABELS[step.kind]}: ${step.title}`, `${step.minutes} minutes`, asks];
  return parts.filter(Boolean).join(" · ");
}
