import { expect, test } from "vitest";
import { namesInShort } from "~/people/names/name-limit";

test.each([
  [0, ""],
  [1, "a"],
  [5, "a, b, c, d, e"],
  [6, "a, b, c, d, e and 1 more"],
  [26, "a, b, c, d, e and 21 more"],
])("%i names in one line: %s", (count, words) => {
  expect(namesInShort([..."abcdefghijklmnopqrstuvwxyz"].slice(0, count))).toBe(words);
});
