import { expect, test } from "vitest";
import { designationChoices, readPeriod, schoolYearChoices } from "~/documents/issuing/transcript-period";

const ALL = { choice: "", from: null, to: null, designation: null, problem: null };
const NO_DATE = "Enter dates that exist.";

test.each([
  ["", ALL],
  ["period=", ALL],
  ["period=everything", ALL],
  ["period=2026", { ...ALL, choice: "2026", from: "2026-09-01", to: "2027-08-31" }],
  // Years that no calendar of ours writes with four digits are none.
  ["period=0999", ALL],
  ["period=9999", ALL],
  ["period=20266", ALL],
  [
    "period=2026&designation=STEM",
    { ...ALL, choice: "2026", from: "2026-09-01", to: "2027-08-31", designation: "STEM" },
  ],
  ["designation=stem", ALL],
  ["period=custom", { ...ALL, choice: "custom" }],
  ["period=custom&from=2027-03-09&to=2027-03-09", { ...ALL, choice: "custom", from: "2027-03-09", to: "2027-03-09" }],
  ["period=custom&to=2028-02-29", { ...ALL, choice: "custom", to: "2028-02-29" }],
  ["period=custom&from=2027-02-29", { ...ALL, choice: "custom", from: "2027-02-29", problem: NO_DATE }],
  ["period=custom&to=soon", { ...ALL, choice: "custom", to: "soon", problem: NO_DATE }],
  [
    "period=custom&from=2027-03-10&to=2027-03-09",
    {
      ...ALL,
      choice: "custom",
      from: "2027-03-10",
      to: "2027-03-09",
      problem: "The first day must not be after the last day.",
    },
  ],
  // Dates beside another choice are what somebody had typed before.
  ["period=2026&from=2020-01-01", { ...ALL, choice: "2026", from: "2026-09-01", to: "2027-08-31" }],
])("the transcript at ?%s", (search, expected) => {
  expect(readPeriod(new URLSearchParams(search))).toEqual(expected);
});

test("the school years of some dates, each once, newest first", () => {
  expect(schoolYearChoices(["2026-08-31", "2027-03-09", "2026-09-01", "2019-01-01"])).toEqual([
    { value: "2026", label: "School year 2026–27" },
    { value: "2025", label: "School year 2025–26" },
    { value: "2018", label: "School year 2018–19" },
  ]);
  expect(schoolYearChoices([])).toEqual([]);
});

test("designations to choose from, each once, in the order of the list; unknown codes are left out", () => {
  expect(designationChoices(["G2G", "EQUITY", "G2G", "OTHER"]).map(({ value }) => value)).toEqual(["EQUITY", "G2G"]);
});
