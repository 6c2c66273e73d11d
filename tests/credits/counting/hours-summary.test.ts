import { expect, test } from "vitest";
import { schoolYearOf, summarizeHours } from "~/credits/counting/hours-summary";
import type { CreditSnapshot } from "~/credits/ledger/credit-snapshot";

test.each([
  ["2026-08-31", "2025–26"],
  ["2026-09-01", "2026–27"],
  ["2027-03-09", "2026–27"],
  ["1999-12-31", "1999–00"],
  ["2009-01-01", "2008–09"],
])("%s lies in the school year %s", (day, year) => {
  expect(schoolYearOf(day)).toBe(year);
});

function credit(completedOn: string, minutes: number, provider: string, designations: Record<string, number> = {}) {
  const codes = Object.entries(designations).map(([code, counted]) => ({ code, minutes: counted }));
  const snapshot = { provider: { name: provider }, designations: codes } as unknown as CreditSnapshot;
  return { completedOn, minutes, snapshot };
}

test("hours are summed by school year from the newest, by designation, and by provider from the most", () => {
  const { minutes, groups } = summarizeHours([
    credit("2026-08-31", 60, "Renton", { STEM: 30 }),
    credit("2026-09-01", 420, "Puget Sound ESD", { STEM: 90, EQUITY: 60 }),
    credit("2027-08-31", 90, "Puget Sound ESD"),
  ]);
  expect(minutes).toBe(570);
  expect(groups.map(({ title, rows }) => [title, ...rows.map((row) => `${row.label} ${row.minutes}`)])).toEqual([
    ["By school year", "2026–27 510", "2025–26 60"],
    ["By designation", "EQUITY 60", "STEM 120"],
    ["By provider", "Puget Sound ESD 510", "Renton 60"],
  ]);
});

test("what has no rows has no heading, and nothing is zero", () => {
  expect(summarizeHours([credit("2027-01-01", 60, "Renton")]).groups.map(({ title }) => title)).toEqual([
    "By school year",
    "By provider",
  ]);
  expect(summarizeHours([])).toEqual({ minutes: 0, groups: [] });
});
