import { expect, test } from "vitest";
import type { StaffLine } from "~/hr/staff-lists/reading/staff-line";
import { findTwins } from "~/hr/staff-lists/planning/staff-twins";

const lines = (...parts: Partial<StaffLine>[]) =>
  parts.map((part, index) => ({
    line: index + 2,
    first: "Ana",
    last: `Sample${index}`,
    email: null,
    employeeId: null,
    certificateNumber: null,
    building: null,
    title: null,
    roleKind: null,
    fromDate: null,
    toDate: null,
    ...part,
  }));

test.each<[string, Partial<StaffLine>[], string]>([
  ["one employee ID", [{ employeeId: "0047" }, {}, { employeeId: "47" }], "Lines 2 and 4 have the same employee ID."],
  [
    "one certificate",
    [{ certificateNumber: "A" }, { certificateNumber: "A" }],
    "Lines 2 and 3 have the same certificate number.",
  ],
  ["one address", [{ email: "a@x.example" }, { email: "a@x.example" }], "Lines 2 and 3 have the same email address."],
  [
    "one name alone",
    [{ last: "Li" }, { last: "LI" }],
    "Lines 2 and 3 have the same name, and no number or address by which they could be told apart.",
  ],
  [
    "many",
    Array.from({ length: 6 }, () => ({ employeeId: "1" })),
    "Lines 2, 3, 4, 5 and 2 more have the same employee ID.",
  ],
])("two people with %s: no line of them is taken", (_what, parts, words) => {
  const found = findTwins(lines(...parts));
  expect([...new Set(found.values())]).toEqual([words]);
  expect(found.size).toBeGreaterThan(1);
});

test("one name is no matter where a number tells them apart", () => {
  expect(findTwins(lines({ last: "Li", employeeId: "1" }, { last: "Li", employeeId: "2" })).size).toBe(0);
});
