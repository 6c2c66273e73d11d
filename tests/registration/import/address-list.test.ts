import { expect, test } from "vitest";
import { countAddresses, readAddresses, splitName } from "~/registration/import/address-list";

test.each([
  ["Ana Sample", "Ana", "Sample"],
  ["Sample, Ana", "Ana", "Sample"],
  ["“Sample, Ana María”", "Ana María", "Sample"],
  ["'Ana van Sample'", "Ana", "van Sample"],
  ["Cher", "", "Cher"],
  ["(Ana Sample)", "Ana", "Sample"],
  ["佐藤", "", "佐藤"],
  ["", "", ""],
])("a name in one piece: %j", (text, first, last) => {
  expect(splitName(text)).toEqual({ first, last });
});

test.each([
  ["a@x.example", 1],
  ["a@x.example b@x.example", 2],
  ["'a@x.example' <a@x.example>", 1],
  ["a@x.example, a@x.example", 2],
  ["b@@x", 1],
  ["nobody", 0],
])("addresses in %j: %i", (text, count) => {
  expect(countAddresses(text)).toBe(count);
});

test("what names nobody among several comes back, too", () => {
  expect(readAddresses("Ana <a@x.example>; nobody; b@x.example (Ben Test)")).toEqual([
    { email: "a@x.example", first: "", last: "Ana" },
    { unread: "nobody" },
    { email: "b@x.example", first: "Ben", last: "Test" },
  ]);
});
