import { expect, test } from "vitest";
import {
  balanceMinutes,
  describeStep,
  findStepProblem,
  type QuizQuestion,
  type StepContent,
} from "~/catalog/steps/step";
import { at } from "../../support/clock";

const SESSION = { startsAt: at("2027-03-01T08:00"), endsAt: at("2027-03-31T23:59") };
const QUESTION: QuizQuestion = { text: "?", answers: ["a", "b"], right: 1, why: null };
const step = (changes: Partial<StepContent> = {}): StepContent => ({
  kind: "link",
  title: "Watch",
  ...{ instructions: null, opensAt: null, dueAt: null, link: "https://example.org", leastWords: null, isRead: false },
  ...{ passingScore: null, mostAttempts: null, questions: null },
  ...changes,
});
const quiz = (changes: Partial<StepContent> = {}) =>
  step({ kind: "quiz", title: "Check", link: null, passingScore: 1, questions: [QUESTION], ...changes });

test.each([
  ["a link", step(), null],
  ["a link that leads nowhere", step({ link: null }), "no-link"],
  ["a reflection without a link", step({ kind: "reflection", link: null }), null],
  ["dates within the session", step({ opensAt: at("2027-03-02T08:00"), dueAt: at("2027-03-31T23:59") }), null],
  ["a date before the session opens", step({ opensAt: at("2027-02-28T08:00") }), "outside-session"],
  ["a date after its end", step({ dueAt: at("2027-04-01T00:00") }), "outside-session"],
  ["due before it opens", step({ opensAt: at("2027-03-09T08:00"), dueAt: at("2027-03-08T08:00") }), "opens-after-due"],
  ["a quiz", quiz(), null],
  ["a quiz without questions", quiz({ questions: [] }), "no-questions"],
  ["a question without a right answer", quiz({ questions: [{ ...QUESTION, right: -1 }] }), "no-right-answer"],
  ["a question with one answer", quiz({ questions: [{ ...QUESTION, answers: ["a"], right: 0 }] }), "no-right-answer"],
  ["more right answers needed than questions", quiz({ passingScore: 2 }), "passing-over-total"],
] as const)("%s", (_name, planned, problem) => {
  expect(findStepProblem(planned, SESSION)).toBe(problem);
});

test.each([
  [[60, 60, 60], { planned: 180, left: 0, addsUp: true }],
  [[60, 60], { planned: 120, left: 60, addsUp: false }],
  [[120, 90], { planned: 210, left: -30, addsUp: false }],
  [[], { planned: 0, left: 180, addsUp: false }],
])("minutes %j of 180", (minutes, expected) => {
  expect(
    balanceMinutes(
      minutes.map((each) => ({ minutes: each })),
      180,
    ),
  ).toEqual(expected);
});

test("a committee reads a step in one line", () => {
  expect(describeStep({ ...quiz(), minutes: 30 })).toBe("Quiz: Check · 30 minutes · 1 of 1 right");
  expect(describeStep({ ...step({ kind: "reflection", leastWords: 150 }), minutes: 45 })).toBe(
    "Reflection to write: Watch · 45 minutes · at least 150 words",
  );
});
