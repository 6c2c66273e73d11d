import { expect, test } from "vitest";
import { joinPositions } from "~/hr/staff-lists/planning/staff-positions";
import type { StaffLine } from "~/hr/staff-lists/reading/staff-line";

const lines = (...parts: Partial<StaffLine>[]) =>
  parts.map((part, index): StaffLine => ({
    line: index + 2,
    first: "Ana",
    last: "Sample",
    email: null,
    employeeId: "0047",
    certificateNumber: null,
    building: null,
    title: null,
    roleKind: null,
    fromDate: null,
    toDate: null,
    ...part,
  }));

test("S1 the first of somebody’s positions says what they do, all of them from when to when", () => {
  const { joined, standIns } = joinPositions(
    lines(
      { roleKind: "teacher", building: "Hilltop", fromDate: "2026-02-01", toDate: "2026-06-30" },
      { employeeId: "47", roleKind: "other", title: "Coach", fromDate: "2025-09-01", toDate: "2026-01-31" },
      { last: "SAMPLE", email: "a@x.example", fromDate: "2026-03-01", toDate: "2026-08-31" },
    ),
  );
  expect([...joined.values()]).toMatchObject([
    {
      line: {
        line: 2,
        roleKind: "teacher",
        building: "Hilltop",
        title: "Coach",
        email: "a@x.example",
        fromDate: "2025-09-01",
        toDate: "2026-08-31",
      },
      numbers: [2, 3, 4],
    },
  ]);
  expect([...standIns]).toEqual([
    [3, 2],
    [4, 2],
  ]);
});

test("S1 a position without an end, or a list without a column of ends, says that there is none", () => {
  const ends = (...toDates: StaffLine["toDate"][]) =>
    joinPositions(lines(...toDates.map((toDate) => ({ toDate })))).joined.get(2)?.line.toDate;
  expect(ends("2026-06-30", null)).toBeNull();
  expect(ends(undefined, undefined)).toBeUndefined();
  expect(ends("2026-06-30", "2026-01-31")).toBe("2026-06-30");
});

test.each<[string, Partial<StaffLine>[]]>([
  ["two people with one number", [{}, { first: "Ben" }]],
  ["one name with two numbers", [{}, { employeeId: "48" }]],
  ["two addresses", [{ email: "a@x.example" }, { email: "b@x.example" }]],
  ["two certificates", [{ certificateNumber: "A1" }, { certificateNumber: "A2" }]],
  ["no number", [{ employeeId: null }, { employeeId: null }]],
  [
    "days between the two",
    [
      { fromDate: "2020-09-01", toDate: "2021-06-30" },
      { fromDate: "2025-09-01", toDate: null },
    ],
  ],
])("S1 %s: nothing is joined", (_what, parts) => {
  expect(joinPositions(lines(...parts)).joined.size).toBe(0);
});
