import { expect, test } from "vitest";
import { HAND_BACK_REASONS, isLasting, wordsOfHandBack } from "~/microcredentials/assessment/hand-back";

test("only what lasts keeps somebody from a portfolio for good", () => {
  expect(HAND_BACK_REASONS.filter(isLasting)).toEqual(["knows-author", "conflict"]);
});

test("a reason stands with the words that were added", () => {
  expect(wordsOfHandBack("knows-author", "")).toBe("I know the author");
  expect(wordsOfHandBack("other", "The video does not play")).toBe("Something else: The video does not play");
});
