import fc from "fast-check";
import { expect, test } from "vitest";
import { repetitionOf } from "~/registration/calendar/series";
import { addDays, toInstant } from "~/platform/time/time-zone";
import { at, ZONE } from "../../support/clock";

const meetings = (dates: readonly string[], from = "16:00", to = "18:00") =>
  dates.map((date) => ({
    startsAt: toInstant(`${date}T${from}`, ZONE),
    endsAt: toInstant(`${date}T${to}`, ZONE),
    timeZone: ZONE,
  }));

test.each([
  ["weekly", ["2027-04-06", "2027-04-13", "2027-04-20"], { everyDays: 7, count: 3, leftOut: [] }],
  ["weekly across the clock change", ["2027-03-09", "2027-03-16"], { everyDays: 7, count: 2, leftOut: [] }],
  ["every other week", ["2027-04-06", "2027-04-20", "2027-05-04"], { everyDays: 14, count: 3, leftOut: [] }],
  [
    "weekly with a week off",
    ["2027-03-30", "2027-04-13", "2027-04-20"],
    { everyDays: 7, count: 4, leftOut: [at("2027-04-06T16:00")] },
  ],
  ["three days running", ["2027-08-16", "2027-08-17", "2027-08-18"], { everyDays: 1, count: 3, leftOut: [] }],
  ["Tuesdays and Thursdays", ["2027-04-06", "2027-04-08", "2027-04-13", "2027-04-15"], null],
  ["one alone", ["2027-04-06"], null],
  ["none", [], null],
])("%s", (_name, dates, expected) => {
  expect(repetitionOf(meetings(dates))).toEqual(expected);
});

test("sessions of other times, lengths, zones or days do not repeat", () => {
  const [first, second] = meetings(["2027-04-06", "2027-04-13"]);
  expect(repetitionOf([first!, { ...second!, endsAt: second!.endsAt + 1_800_000 }])).toBeNull();
  expect(repetitionOf([first!, { ...second!, startsAt: second!.startsAt + 60_000 }])).toBeNull();
  expect(repetitionOf([first!, { ...second!, timeZone: "America/Denver" }])).toBeNull();
  expect(repetitionOf([first!, first!])).toBeNull();
  expect(repetitionOf([first!, ...meetings(["2029-04-10"]), ...meetings(["2029-04-11"])])).toBeNull();
});

test("what repeats gives the sessions back, and nothing else", () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 21 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(gaps, (each) => {
      const dates = each.reduce((all, gap) => [...all, addDays(all.at(-1)!, gap)], ["2027-02-01"]);
      const found = repetitionOf(meetings(dates));
      if (!found) return;
      const all = Array.from({ length: found.count }, (_, nth) =>
        toInstant(`${addDays("2027-02-01", nth * found.everyDays)}T16:00`, ZONE),
      );
      expect(all.filter((start) => !found.leftOut.includes(start))).toEqual(
        meetings(dates).map(({ startsAt }) => startsAt),
      );
    }),
  );
});
