import { expect, test } from "vitest";
import { prepare } from "~/documents/typesetting/script-order";

test.each([
  ["Sample", "Sample"],
  ["น้ำ", "น\u0E4D\u0E49\u0E32"],
  ["ນ້ຳ", "ນ\u0ECD\u0EC9\u0EB2"],
  // A vowel that is written after its letter and stands before it, and RA around it.
  ["ကြွေ", "\u1031\u103C\u1000\u103D"],
  ["မြန်မာ", "\u103C\u1019န်မာ"],
  // Letters that stand one under another stay together.
  ["သန္တာ", "သန္တာ"],
  // What stands above comes before what stands below, however it was typed.
  ["ကုံ", "\u1000\u1036\u102F"],
])("%s is drawn in this order", (text, drawn) => {
  expect(prepare(text).text).toBe(drawn);
});

test("only Burmese asks for rules of its own", () => {
  expect(prepare("က").features).toContain("pref");
  expect(prepare("क").features).toEqual([]);
});
