import { expect, test } from "vitest";
import { windowsWithin } from "~/hr/archives/archive-windows";

type Held = [string, string | null][];
type Period = [string | null, string | null];
const ALWAYS: Period = [null, null];

test.each([
  ["nowhere", [], ALWAYS, []],
  ["one, still there", [["2024-09-01", null]], ALWAYS, [["2024-09-01", null]]],
  [
    "a new role the next day is one stretch",
    [
      ["2024-09-01", "2026-06-30"],
      ["2026-07-01", null],
    ],
    ALWAYS,
    [["2024-09-01", null]],
  ],
  [
    "a day between them makes two",
    [
      ["2024-09-01", "2026-06-30"],
      ["2026-07-02", null],
    ],
    ALWAYS,
    [
      ["2024-09-01", "2026-06-30"],
      ["2026-07-02", null],
    ],
  ],
  [
    "two roles at once, in any order, are one",
    [
      ["2025-01-01", "2025-06-30"],
      ["2024-09-01", "2026-06-30"],
    ],
    ALWAYS,
    [["2024-09-01", "2026-06-30"]],
  ],
  [
    "what goes on swallows what ended within it",
    [
      ["2024-09-01", null],
      ["2025-01-01", "2025-06-30"],
    ],
    ALWAYS,
    [["2024-09-01", null]],
  ],
  ["cut by the period", [["2024-09-01", "2027-01-31"]], ["2026-10-01", "2027-09-30"], [["2026-10-01", "2027-01-31"]]],
  ["cut at the period's end alone", [["2024-09-01", null]], [null, "2027-09-30"], [["2024-09-01", "2027-09-30"]]],
  ["one day of the period", [["2024-09-01", "2026-10-01"]], ["2026-10-01", null], [["2026-10-01", "2026-10-01"]]],
  ["ended the day before", [["2024-09-01", "2026-09-30"]], ["2026-10-01", null], []],
  ["begins the day after", [["2027-10-01", null]], ["2026-10-01", "2027-09-30"], []],
] as [string, Held, Period, Period[]][])("S1 the parts of a period: %s", (_what, held, [from, to], expected) => {
  const dates = held.map(([fromDate, toDate]) => ({ fromDate, toDate }));
  expect(windowsWithin(dates, { from, to }).map((window) => [window.from, window.to])).toEqual(expected);
});
