import fc from "fast-check";
import { expect, test } from "vitest";
import { offerExpiry, type OfferTerms, requestExpiry } from "~/registration/waitlist/offer-expiry";
import { toWallTime } from "~/platform/time/time-zone";
import { at, DAY, HOUR, ZONE } from "../../support/clock";

const terms = (input: Partial<OfferTerms> = {}): OfferTerms => ({
  hours: 24,
  officeHours: false,
  timeZone: ZONE,
  holidays: new Set(),
  ...input,
});

const FAR = at("2027-06-01T08:00");

// R1: when it is offered, on which terms, until when registration is open, and when the offer lapses.
const GOLDEN: [string, string, Partial<OfferTerms>, string, string][] = [
  ["24 hours of all hours", "2026-10-05T09:00", {}, "2027-06-01T08:00", "2026-10-06T09:00"],
  ["over a weekend, all hours count", "2026-10-09T17:00", {}, "2027-06-01T08:00", "2026-10-10T17:00"],
  ["24 hours on the night when clocks go back", "2026-10-31T12:00", {}, "2027-06-01T08:00", "2026-11-01T11:00"],
  [
    "office hours: 2.4 days of ten hours",
    "2026-10-05T09:00",
    { officeHours: true },
    "2027-06-01T08:00",
    "2026-10-07T13:00",
  ],
  [
    "office hours: Friday evening waits for Monday",
    "2026-10-09T20:00",
    { officeHours: true, hours: 2 },
    "2027-06-01T08:00",
    "2026-10-12T10:00",
  ],
  [
    "office hours: before opening counts from 8",
    "2026-10-06T05:00",
    { officeHours: true, hours: 1 },
    "2027-06-01T08:00",
    "2026-10-06T09:00",
  ],
  [
    "office hours end at 18 sharp",
    "2026-10-06T16:00",
    { officeHours: true, hours: 2 },
    "2027-06-01T08:00",
    "2026-10-06T18:00",
  ],
  [
    "a holiday has no office hours",
    "2026-11-10T17:00",
    { officeHours: true, hours: 2, holidays: new Set(["2026-11-11"]) },
    "2027-06-01T08:00",
    "2026-11-12T09:00",
  ],
  [
    "office hours across the March clock change",
    "2027-03-12T17:00",
    { officeHours: true, hours: 2 },
    "2027-06-01T08:00",
    "2027-03-15T09:00",
  ],
  ["near the deadline: half of the time that is left", "2027-03-08T08:00", {}, "2027-03-09T08:00", "2027-03-08T20:00"],
  ["very near: at least an hour", "2027-03-09T06:30", {}, "2027-03-09T08:00", "2027-03-09T07:30"],
  ["never after the deadline", "2027-03-09T07:30", {}, "2027-03-09T08:00", "2027-03-09T08:00"],
];

test.each(GOLDEN)("R1 %s: offered %s", (_name, now, input, deadline, expected) => {
  expect(toWallTime(offerExpiry(at(now), terms(input), at(deadline)), ZONE)).toBe(expected);
});

test("R1 an offer never outlives the deadline, never lasts longer than its hours, and lasts an hour where it can", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 * DAY }), fc.integer({ min: 1, max: 240 }), (left, hours) => {
      const now = FAR - left;
      const expiry = offerExpiry(now, terms({ hours }), FAR);
      expect(expiry).toBeLessThanOrEqual(Math.min(FAR, now + hours * HOUR));
      expect(expiry - now).toBeGreaterThanOrEqual(Math.min(HOUR, left));
    }),
  );
});

test("a request for approval holds its seat for the stated time, and not beyond the start", () => {
  expect(requestExpiry(at("2026-10-05T09:00"), 72, FAR)).toBe(at("2026-10-08T09:00"));
  expect(requestExpiry(FAR - HOUR, 72, FAR)).toBe(FAR);
});
