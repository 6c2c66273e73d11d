import { expect, test } from "vitest";
import { type HoursToJudge, judgeHours } from "~/hr/local-rules/judge-hours";
import type { DatedRule } from "~/hr/local-rules/local-rule";
import { ruled } from "./sample-rules";

const FACTS = { degreeOn: null, cutoff: "09-30" };
const hours = (id: string, completedOn: string, minutes: number, more: Partial<HoursToJudge> = {}): HoursToJudge => ({
  id,
  completedOn,
  minutes,
  criterion: null,
  acceptedIn: [],
  ...more,
});
const A = hours("a", "2026-11-10", 180);
const B = hours("b", "2027-03-09", 420);

/** Id, counted minutes, flags. */
const said = (given: HoursToJudge[], rules: DatedRule[], facts: Partial<typeof FACTS> | { degreeOn: string } = {}) =>
  judgeHours(given, rules, { ...FACTS, ...facts }).map(({ id, counted, flags }) => [id, counted, flags.join(" ")]);

test.each([
  [
    "without a rule, all counts",
    [],
    {},
    [
      ["a", 180, ""],
      ["b", 420, ""],
    ],
  ],
  [
    "a rule without limits",
    [ruled({})],
    {},
    [
      ["a", 180, ""],
      ["b", 420, ""],
    ],
  ],
  [
    "accepted from",
    [ruled({ acceptedFrom: "2026-11-11" })],
    {},
    [
      ["a", 0, "too-early"],
      ["b", 420, ""],
    ],
  ],
  [
    "accepted from the very day",
    [ruled({ acceptedFrom: "2026-11-10" })],
    {},
    [
      ["a", 180, ""],
      ["b", 420, ""],
    ],
  ],
  [
    "accepted to",
    [ruled({ acceptedTo: "2027-03-08" })],
    {},
    [
      ["a", 180, ""],
      ["b", 0, "too-late"],
    ],
  ],
  [
    "a course of at least 3.01 hours",
    [ruled({ leastPerCourse: 181 })],
    {},
    [
      ["a", 0, "course-too-short"],
      ["b", 420, ""],
    ],
  ],
  [
    "a course of at least 3 hours",
    [ruled({ leastPerCourse: 180 })],
    {},
    [
      ["a", 180, ""],
      ["b", 420, ""],
    ],
  ],
  [
    "a year of at least 10 hours",
    [ruled({ leastPerYear: 600 })],
    {},
    [
      ["a", 180, ""],
      ["b", 420, ""],
    ],
  ],
  [
    "a year of at least 10.01 hours",
    [ruled({ leastPerYear: 601 })],
    {},
    [
      ["a", 0, "year-too-short"],
      ["b", 0, "year-too-short"],
    ],
  ],
  [
    "what does not count does not help a year",
    [ruled({ leastPerYear: 600, leastPerCourse: 200 })],
    {},
    [
      ["a", 0, "course-too-short"],
      ["b", 0, "year-too-short"],
    ],
  ],
  [
    "a year of at most 8 hours",
    [ruled({ mostPerYear: 480 })],
    {},
    [
      ["a", 180, ""],
      ["b", 300, "above-cap"],
    ],
  ],
  [
    "a year of at most 3 hours",
    [ruled({ mostPerYear: 180 })],
    {},
    [
      ["a", 180, ""],
      ["b", 0, "above-cap"],
    ],
  ],
  [
    "before the degree",
    [ruled({ afterDegree: true })],
    { degreeOn: "2027-01-15" },
    [
      ["a", 0, "before-degree"],
      ["b", 420, ""],
    ],
  ],
  [
    "on the day of the degree",
    [ruled({ afterDegree: true })],
    { degreeOn: "2026-11-10" },
    [
      ["a", 180, ""],
      ["b", 420, ""],
    ],
  ],
  [
    "a degree that does not matter",
    [ruled({})],
    { degreeOn: "2027-01-15" },
    [
      ["a", 180, ""],
      ["b", 420, ""],
    ],
  ],
  [
    "each by the rule of its day",
    [ruled({ leastPerCourse: 600 }), ruled({}, { fromDate: "2027-01-01" })],
    {},
    [
      ["a", 0, "course-too-short"],
      ["b", 420, ""],
    ],
  ],
  [
    "the cap by the rule of the year's last day",
    [ruled({ mostPerYear: 60 }), ruled({ mostPerYear: 600 }, { fromDate: "2027-01-01" })],
    {},
    [
      ["a", 180, ""],
      ["b", 420, ""],
    ],
  ],
] as const)("S2 %s", (_what, rules, facts, expected) => {
  expect(said([A, B], [...rules], facts)).toEqual(expected);
});

test("S2 what was accepted in another year, or for a criterion that is not accepted, is flagged", () => {
  const elsewhere = { ...A, acceptedIn: [2026], criterion: "b" } as const;
  const here = { ...A, acceptedIn: [2027], criterion: "b" } as const;
  expect(said([elsewhere], [ruled({ onceOnly: true })])).toEqual([["a", 0, "used-before"]]);
  expect(said([elsewhere], [ruled({ onceOnly: false })])).toEqual([["a", 180, ""]]);
  expect(said([here], [ruled({ onceOnly: true })])).toEqual([["a", 180, ""]]);
  expect(said([here], [ruled({ criteria: ["a", "c"] })])).toEqual([["a", 0, "criterion"]]);
});

test("S2 a salary year ends with the cut-off in force, the day included; a year without hours has none", () => {
  const days = ["2026-09-30", "2026-10-01", "2026-10-02"].map((day) => hours(day, day, 60));
  const years = (cutoff: string) => judgeHours(days, [ruled({}, { cutoff })], FACTS).map(({ year }) => year);
  expect(years("09-30")).toEqual([2026, 2027, 2027]);
  expect(years("10-01")).toEqual([2026, 2026, 2027]);
  expect(judgeHours(days, [], { ...FACTS, cutoff: "10-01" }).map(({ year }) => year)).toEqual([2026, 2026, 2027]);
  expect(judgeHours([], [ruled({})], FACTS)).toEqual([]);
});

test("S2 the worked example of docs/rules/hr.md", () => {
  const rule = ruled({ leastPerCourse: 180, mostPerYear: 2_400, afterDegree: true });
  const given = [
    hours("jun", "2026-06-01", 600),
    hours("nov", "2026-11-10", 120),
    hours("jan", "2027-01-12", 1_800),
    hours("mar", "2027-03-09", 900),
    hours("oct", "2027-10-01", 420),
  ];
  expect(said(given, [rule], { degreeOn: "2026-06-15" })).toEqual([
    ["jun", 0, "before-degree"],
    ["nov", 0, "course-too-short"],
    ["jan", 1_800, ""],
    ["mar", 600, "above-cap"],
    ["oct", 420, ""],
  ]);
});

test("S2 a later cut-off does not change how the year before it is judged", () => {
  const rules = [ruled({ mostPerYear: 60 }), ruled({}, { fromDate: "2027-10-01", cutoff: "10-01" })];
  expect(said([hours("x", "2027-09-30", 120)], rules)).toEqual([["x", 60, "above-cap"]]);
});
