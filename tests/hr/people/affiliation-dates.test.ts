import { expect, test } from "vitest";
import { affiliationOn } from "~/hr/people/affiliation-dates";

const HELD = [
  { role: "teacher", fromDate: "2024-09-01", toDate: "2026-06-30" },
  { role: "coach", fromDate: "2026-01-01", toDate: "2026-06-30" },
  { role: "principal", fromDate: "2026-09-01", toDate: null },
];

test.each([
  ["2024-08-31", undefined],
  ["2024-09-01", "teacher"],
  ["2026-03-01", "teacher"],
  ["2026-06-30", "teacher"],
  ["2026-07-01", undefined],
  ["2026-09-01", "principal"],
  ["2099-12-31", "principal"],
])("S1 on %s somebody works there as %s: both ends count, the first in order where two hold", (day, role) => {
  expect(affiliationOn(HELD, day)?.role).toBe(role);
});
