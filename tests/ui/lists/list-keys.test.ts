import { expect, test } from "vitest";
import { LIST_KEYS } from "~/ui/lists/list-keys";

test("every key of a list is said once", () => {
  const keys = LIST_KEYS.map(([key]) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toEqual(expect.arrayContaining(["j", "k", "x", "Enter", "?"]));
});
