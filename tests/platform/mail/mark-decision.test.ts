import { expect, test } from "vitest";
import { decideMark, isWave } from "~/platform/mail/mark-decision";

const QUIET = { marksInHour: 0, mailInHour: 100 };

test.each([
  ["nobody", false, "mark"],
  ["nobody", true, "mark"],
  ["perhaps-nobody", false, "note"],
  ["perhaps-nobody", true, "mark"],
  ["full", true, "note"],
  ["about-us", true, "note"],
  ["unclear", true, "note"],
] as const)("%s, refused on another day before: %s → %s", (meaning, wasRefusedBefore, expected) => {
  expect(decideMark({ meaning, wasRefusedBefore, ...QUIET })).toBe(expected);
});

test.each([
  [9, 9, false],
  [10, 100, true],
  [10, 499, true],
  [10, 500, false],
  [100, 5_000, false],
  [101, 5_000, true],
  [10, 0, true],
])("%i marks in an hour of %i messages are a wave: %s", (marksInHour, mailInHour, expected) => {
  expect(isWave({ marksInHour, mailInHour })).toBe(expected);
  const decision = decideMark({ meaning: "nobody", wasRefusedBefore: true, marksInHour, mailInHour });
  expect(decision).toBe(expected ? "wave" : "mark");
});

test("what would not be marked anyway is no wave", () => {
  expect(decideMark({ meaning: "full", wasRefusedBefore: true, marksInHour: 50, mailInHour: 50 })).toBe("note");
});
