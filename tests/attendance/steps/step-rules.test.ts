import { expect, test } from "vitest";
import {
  attemptsLeft,
  countWords,
  dueAtOf,
  isAnswered,
  judgeReflection,
  mayShowAnswers,
  opensAtOf,
  scoreQuiz,
  stepWindowAt,
} from "~/attendance/steps/step-rules";
import type { QuizQuestion } from "~/catalog/steps/step";
import { at } from "../../support/clock";

const SESSION = { startsAt: at("2027-03-01T08:00"), endsAt: at("2027-03-31T23:59") };
const WHOLE = { opensAt: null, dueAt: null };
const DATED = { opensAt: at("2027-03-08T08:00"), dueAt: at("2027-03-14T23:59") };

test.each([
  ["before the session opens", WHOLE, "2027-03-01T07:59", "not-yet"],
  ["as it opens", WHOLE, "2027-03-01T08:00", "open"],
  ["as it ends", WHOLE, "2027-03-31T23:59", "open"],
  ["after it ended", WHOLE, "2027-04-01T00:00", "over"],
  ["before the step's own date", DATED, "2027-03-08T07:59", "not-yet"],
  ["within its dates", DATED, "2027-03-14T23:59", "open"],
  ["after its date, while the session is open", DATED, "2027-03-15T00:00", "late"],
  ["after the session, a step with dates", DATED, "2027-04-01T00:00", "over"],
])("T1 a step %s", (_name, step, now, expected) => {
  expect(stepWindowAt(step, SESSION, at(now))).toBe(expected);
});

test("a step without dates of its own has its session's", () => {
  expect([opensAtOf(WHOLE, SESSION), dueAtOf(WHOLE, SESSION)]).toEqual([SESSION.startsAt, SESSION.endsAt]);
  expect([opensAtOf(DATED, SESSION), dueAtOf(DATED, SESSION)]).toEqual([DATED.opensAt, DATED.dueAt]);
});

test.each([
  ["", 0],
  ["one", 1],
  ["  two   words ", 2],
  ["a dash – and … dots", 4],
  ["it's 2027, co-teaching", 3],
  ["niños aprenden 学习\nlínea", 4],
])("words of %j", (text, words) => {
  expect(countWords(text)).toBe(words);
});

test.each([
  ["nothing", "", null, "too-short"],
  ["only signs", "— …", null, "too-short"],
  ["one word where no length is asked", "Yes", null, "fine"],
  ["one word less than asked", "word ".repeat(99), 100, "too-short"],
  ["as many as asked", "word ".repeat(100), 100, "fine"],
  ["more characters than fit", "x".repeat(20_001), 1, "too-long"],
])("a reflection of %s", (_name, text, least, expected) => {
  expect(judgeReflection(text, least)).toBe(expected);
});

const question = (right: number): QuizQuestion => ({ text: "?", answers: ["a", "b", "c"], right, why: null });
const QUIZ = [question(0), question(1), question(2)];

test.each([
  [[0, 1, 2], 3, 3, true],
  [[0, 1, 0], 2, 2, true],
  [[0, 0, 0], 2, 1, false],
  [[2, 2, 1], 0, 0, true],
])("a quiz answered %j, %d needed", (answers, needed, right, passed) => {
  expect(scoreQuiz(QUIZ, answers, needed)).toEqual({ right, passed });
});

test.each([
  [[0, 1, 2], true],
  [[0, 1], false],
  [[0, 1, undefined], false],
  [[0, 1, 3], false],
  [[0, -1, 2], false],
  [[0, 1, 2, 0], false],
])("whether %j answers three questions", (answers, expected) => {
  expect(isAnswered(QUIZ, answers)).toBe(expected);
});

test("attempts are counted down, never below none; without a number there is no end", () => {
  expect([attemptsLeft(3, 0), attemptsLeft(3, 3), attemptsLeft(2, 5), attemptsLeft(null, 9)]).toEqual([3, 0, 0, null]);
});

test.each([
  ["failed, one attempt left", { passed: false, left: 1, window: "open" }, false],
  ["failed, no end of attempts", { passed: false, left: null, window: "late" }, false],
  ["passed", { passed: true, left: 1, window: "open" }, true],
  ["failed, no attempt left", { passed: false, left: 0, window: "open" }, true],
  ["failed, and the session is over", { passed: false, left: 2, window: "over" }, true],
] as const)("right answers are shown when a quiz is %s", (_name, facts, expected) => {
  expect(mayShowAnswers(facts)).toBe(expected);
});
