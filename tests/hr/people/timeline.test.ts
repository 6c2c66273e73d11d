import { expect, test } from "vitest";
import { named, pageTimeline, TIMELINE_PAGE, type TimelineLine, type TimelineOf } from "~/hr/people/timeline";

const line = (key: string, day: string, at: number | null = null): TimelineLine => ({
  ...{ key, kind: "hours", day, at, what: key, to: null },
});

const shown = (lines: TimelineLine[], page = 1) =>
  pageTimeline(lines, page).years.map(({ year, lines: own }) => [year, own.map(({ key }) => key).join(" ")]);

test("lines stand newest first, by school years that begin on September 1", () => {
  const lines = [
    line("a", "2026-08-31"),
    line("b", "2026-09-01"),
    line("c", "2027-03-09", 5),
    line("d", "2027-03-09", 7),
    line("e", "2027-03-09"),
    line("f", "2025-01-01"),
  ];
  expect(shown(lines)).toEqual([
    ["2026–27", "d c e b"],
    ["2025–26", "a"],
    ["2024–25", "f"],
  ]);
  expect(shown([])).toEqual([]);
});

test.each([
  [1, 1, 50],
  [2, 2, 1],
  [3, 2, 1],
  [0, 1, 50],
  [-4, 1, 50],
  [Number.NaN, 1, 50],
  [1.9, 1, 50],
])("of 51 lines, page %s is page %s with %s lines", (wanted, page, many) => {
  const lines = Array.from({ length: TIMELINE_PAGE + 1 }, (_each, nth) => line(`line ${nth}`, "2027-01-05", nth));
  const found = pageTimeline(lines, wanted);
  expect([found.page, found.total, found.years.flatMap((each) => each.lines).length]).toEqual([page, 51, many]);
});

test("a line says whose it is where HR has several districts", () => {
  const of = (...names: string[]): TimelineOf => ({
    ...{ personId: "p", affiliations: [], now: 0, timeZone: "America/Los_Angeles" },
    organisations: new Map(names.map((each) => [each, each])),
  });
  expect(named(of("Kent"), "Kent", "One row")).toBe("One row");
  expect(named(of("Kent", "Highline"), "Kent", "One row")).toBe("Kent: One row");
});
