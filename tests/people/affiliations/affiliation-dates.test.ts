import { expect, test } from "vitest";
import { addsDays, affiliationOn, needsNewConfirmation, overlap } from "~/people/affiliations/affiliation-dates";

const span = (fromDate: string, toDate: string | null = null) => ({ fromDate, toDate });
const year = span("2026-09-01", "2027-06-30");

test.each([
  ["2026-08-31", false],
  ["2026-09-01", true],
  ["2027-06-30", true],
  ["2027-07-01", false],
])("S1 the first and the last day are days of the affiliation: %s", (day, holds) => {
  expect(affiliationOn([year], day) !== undefined).toBe(holds);
});

test.each([
  ["the day after", year, span("2027-07-01"), false],
  ["the last day", year, span("2027-06-30"), true],
  ["both still last", span("2020-01-01"), span("2026-01-01"), true],
  ["one within the other", span("2020-01-01"), year, true],
  ["before", span("2025-01-01", "2026-08-31"), year, false],
])("spans share a day, or not: %s", (_what, a, b, shares) => {
  expect(overlap(a, b)).toBe(shares);
  expect(overlap(b, a)).toBe(shares);
});

test.each([
  ["an earlier first day", span("2026-08-31", "2027-06-30"), true],
  ["a later last day", span("2026-09-01", "2027-07-01"), true],
  ["no last day", span("2026-09-01"), true],
  ["fewer days", span("2026-10-01", "2027-01-31"), false],
  ["the same days", year, false],
])("a corrected span adds days, or not: %s", (_what, after, adds) => {
  expect(addsDays(year, after)).toBe(adds);
});

const facts = { ...year, organisationId: "kent", roleKind: "teacher", employeeId: "0417" };

test.each([
  [{ fromDate: "2026-08-01" }, true],
  [{ organisationId: "highline" }, true],
  [{ roleKind: "paraeducator" }, true],
  [{ employeeId: null }, true],
  [{ employeeId: "417" }, true],
  [{ toDate: "2027-01-31" }, false],
  [{}, false],
])("S1 what only the person vouches for is to be confirmed anew: %o", (change, needed) => {
  expect(needsNewConfirmation(facts, { ...facts, ...change })).toBe(needed);
});
