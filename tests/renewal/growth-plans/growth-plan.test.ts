import { expect, test } from "vitest";
import {
  daysOfYear,
  GROWTH_PLAN_STATES,
  isOpen,
  isWritable,
  missingIn,
  refusedPlanField,
  yearInWords,
  yearsToBegin,
} from "~/renewal/growth-plans/growth-plan";
import { written } from "./samples";

test("N1 a plan's year runs from July to June", () => {
  expect(yearInWords(2025)).toBe("2025–26");
  expect(yearInWords(2099)).toBe("2099–00");
  expect(daysOfYear(2025)).toEqual({ from: "2025-07-01", to: "2026-06-30" });
  expect(yearsToBegin("2026-06-30")).toEqual([2025, 2024, 2023, 2022, 2021, 2020]);
  expect(yearsToBegin("2026-07-01")[0]).toBe(2026);
});

test("what is sent or signed is not written in", () => {
  expect(GROWTH_PLAN_STATES.filter(isWritable)).toEqual(["draft", "returned"]);
});

test("what a reviewer needs is named by its heading; evidence in words is not asked for", () => {
  expect(missingIn(written())).toEqual([]);
  expect(missingIn(written({ goals: " ", evidence: "", reflection: "", endedOn: null }))).toEqual([
    "Goals",
    "Reflection",
    "Last day of the work",
  ]);
});

test.each([
  ["open", {}, true],
  ["taken back", { withdrawnAt: 5 }, false],
  ["answered", { answeredAt: 5 }, false],
  ["lapsed", { expiresAt: 10 }, false],
])("a request that is %s", (_what, changes, expected) => {
  expect(isOpen({ withdrawnAt: null, answeredAt: null, expiresAt: 20, ...changes }, 10)).toBe(expected);
});

test("a refusal stands at its field", () => {
  expect(refusedPlanField("outside-year")).toBe("endedOn");
  expect(refusedPlanField("unknown-file-type")).toBe("file");
  expect(refusedPlanField("own-address")).toBe("reviewerEmail");
  expect(refusedPlanField("year-taken")).toBe("year");
  expect(refusedPlanField("not-open")).toBeUndefined();
});
