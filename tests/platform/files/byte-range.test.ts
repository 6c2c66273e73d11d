import fc from "fast-check";
import { expect, test } from "vitest";
import { isOfSameFile, rangeOf } from "~/platform/files/byte-range";

test.each([
  [null, null],
  ["", null],
  ["bytes=0-", { first: 0, last: 99 }],
  ["bytes=10-19", { first: 10, last: 19 }],
  ["Bytes=10-1000", { first: 10, last: 99 }],
  ["bytes=99-99", { first: 99, last: 99 }],
  ["bytes=-10", { first: 90, last: 99 }],
  ["bytes=-1000", { first: 0, last: 99 }],
  ["bytes=100-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=20-10", null],
  ["bytes=-", null],
  ["bytes=0-1,5-6", null],
  ["lines=0-1", null],
  ["bytes=1e3-", null],
] as const)("of 100 bytes, %s", (header, range) => {
  expect(rangeOf(header, 100)).toEqual(range);
});

test("whatever is asked for, it lies within the file", () => {
  fc.assert(
    fc.property(fc.nat(200), fc.option(fc.nat(300)), fc.option(fc.nat(300)), (size, from, to) => {
      const range = rangeOf(`bytes=${from ?? ""}-${to ?? ""}`, size);
      return typeof range !== "object" || range === null || (range.first <= range.last && range.last < size);
    }),
  );
});

test("a part goes only to whoever has the rest of the same file", () => {
  expect([null, '"a"', '"b"', "yesterday"].map((each) => isOfSameFile(each, '"a"'))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
