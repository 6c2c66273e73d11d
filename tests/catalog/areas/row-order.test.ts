import { expect, test } from "vitest";
import { codeOfName, freeCode, moveCode } from "~/catalog/areas/row-order";

test.each([
  ["Early learning & care", "early-learning-care"],
  ["  École d’été ", "ecole-d-ete"],
  ["日本語", "area"],
  ["x".repeat(60), "x".repeat(40)],
])("the code of %s is made of its name", (name, code) => {
  expect(codeOfName(name, "area")).toBe(code);
});

test("a code that is taken gets a number", () => {
  const taken = new Set(["arts", "arts-2"]);
  expect(freeCode("Arts", "area", (code) => taken.has(code))).toBe("arts-3");
  expect(freeCode("Music", "area", (code) => taken.has(code))).toBe("music");
});

test.each([
  ["b", "move-up", { order: ["b", "a", "c"], from: 1, to: 0 }],
  ["b", "move-down", { order: ["a", "c", "b"], from: 1, to: 2 }],
  ["a", "move-up", { order: ["a", "b", "c"], from: 0, to: 0 }],
  ["c", "move-down", { order: ["a", "b", "c"], from: 2, to: 2 }],
  ["z", "move-up", null],
] as const)("%s, %s", (code, step, expected) => {
  expect(moveCode(["a", "b", "c"], code, step)).toEqual(expected);
});
