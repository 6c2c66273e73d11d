import { expect, test } from "vitest";
import { refundNow, refundTerms } from "~/registration/seats/refund";
import { at, ZONE } from "../../support/clock";

const offering = { startsAt: at("2027-03-16T08:00"), timeZone: ZONE, priceCents: 4500 };
const TIERS = [
  { daysBefore: 14, percent: 100 },
  { daysBefore: 7, percent: 50 },
];

test("R4 each tier is told with its day, at the same time of day across a clock change", () => {
  expect(refundTerms(offering, TIERS)).toBe(
    "100% of the price back until Tue, Mar 2, 2027 · 8:00 AM PST; 50% of the price back until Tue, Mar 9, 2027 · 8:00 AM PST",
  );
});

test.each([
  ["2027-03-02T07:59", "100% of the price"],
  ["2027-03-02T08:00", "50% of the price"],
  ["2027-03-09T07:59", "50% of the price"],
  ["2027-03-09T08:00", "None of the price"],
])("R4 whoever cancels at %s gets %s back", (now, refund) => {
  expect(refundNow(offering, TIERS, at(now))).toBe(refund);
});

test("R4 nothing is said where nothing is promised or nothing was paid", () => {
  expect([refundTerms(offering, undefined), refundTerms(offering, []), refundNow(offering, [], 0)]).toEqual([
    null,
    null,
    null,
  ]);
  const free = { ...offering, priceCents: 0 };
  expect([refundTerms(free, TIERS), refundNow(free, TIERS, 0)]).toEqual([null, null]);
});
