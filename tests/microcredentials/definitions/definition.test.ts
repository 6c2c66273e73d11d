import { expect, test } from "vitest";
import { containsItself, findPublishFaults } from "~/microcredentials/definitions/definition";
import { criterion, definition, part } from "../../support/microcredentials/definitions";

const whole = definition({
  criteria: [{ ...criterion("Greeting"), key: "a" }],
  evidence: [{ ...part(), key: "p" }],
});

test("M1: a version is published with criteria, words for both levels, and evidence that is required", () => {
  expect(findPublishFaults(whole)).toEqual([]);
  expect(findPublishFaults({ ...whole, criteria: [] })).toEqual(["no-criteria"]);
  expect(findPublishFaults({ ...whole, criteria: [{ ...criterion("A"), key: "a", notYet: "" }] })).toEqual([
    "criterion-without-words",
  ]);
  expect(findPublishFaults({ ...whole, evidence: [{ ...part({ required: false }), key: "p" }] })).toEqual([
    "no-evidence",
  ]);
  expect(findPublishFaults({ ...whole, method: "", importance: "" })).toEqual(["no-method", "no-importance"]);
});

test("a stack needs two parts, and nothing to judge", () => {
  const stack = definition({ stack: ["one", "two"] });
  expect(findPublishFaults(stack)).toEqual([]);
  expect(findPublishFaults({ ...stack, stack: ["one"] })).toEqual(["stack-of-one"]);
  expect(findPublishFaults({ ...whole, stack: ["one", "two"] })).toEqual(["stack-with-criteria"]);
});

test.each([
  ["itself", ["me"], {}, true],
  ["something that holds it", ["a"], { a: ["b"], b: ["me"] }, true],
  ["others", ["a", "b"], { a: ["c"], b: ["c"] }, false],
  ["others that hold each other", ["a"], { a: ["b"], b: ["a"] }, false],
  ["nothing", [], {}, false],
] as [string, string[], Record<string, string[]>, boolean][])("a stack of %s", (_what, parts, others, expected) => {
  expect(containsItself("me", parts, new Map(Object.entries(others)))).toBe(expected);
});
