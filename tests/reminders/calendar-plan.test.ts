import { expect, test } from "vitest";
import { toInstant, toWallTime } from "~/platform/time/time-zone";
import { lastDayIn, planAgeing, planCutoff, planNewHours, planRenewal, planToken } from "~/reminders/calendar-plan";
import type { PlannedReminder } from "~/reminders/planned-reminder";
import { ZONE } from "../support/clock";

const TO = { personId: "ada", subjectId: "psesd", since: 5 };
const told = ({ kind, occasion, dueAt, expiresAt }: PlannedReminder, zone = ZONE) =>
  [kind, occasion, toWallTime(dueAt, zone), toWallTime(expiresAt, zone)].join(" | ");

test.each([
  ["2026-10-04", "2026-10-05", "2026-10-10"],
  ["2026-10-05", "2026-10-12", "2026-10-17"],
  ["2026-10-31", "2026-11-02", "2026-11-07"],
  ["2026-12-31", "2027-01-04", "2027-01-09"],
])(
  "registrars hear of claims that wait at 8:00 on the Monday after %s, of use until Saturday",
  (today, monday, until) => {
    expect(told(planAgeing(TO, today, ZONE))).toBe(`claims-ageing | ${monday} | ${monday}T08:00 | ${until}T08:00`);
  },
);

test.each([
  ["2026-10-05", "2026-11-01", "2026-11-15"],
  ["2027-01-31", "2027-02-01", "2027-02-15"],
  ["2026-12-01", "2027-01-01", "2027-01-15"],
  // H5: the clocks change on 14 March.
  ["2027-02-28", "2027-03-01", "2027-03-15"],
])("S4 HR hears of new hours at 8:00 on the first of the month after %s", (today, first, until) => {
  expect(told(planNewHours(TO, today, ZONE))).toBe(`new-hours | ${first} | ${first}T08:00 | ${until}T08:00`);
});

test("S2 HR hears 30 and 7 days before the salary cut-off, until it has passed", () => {
  expect(planCutoff(TO, "09-30", "2026-10-05", ZONE).map((each) => told(each))).toEqual([
    "salary-cutoff | 2027-09-30 -30 | 2027-08-31T08:00 | 2027-10-01T08:00",
    "salary-cutoff | 2027-09-30 -7 | 2027-09-23T08:00 | 2027-10-01T08:00",
  ]);
  expect(planCutoff(TO, "10-01", "2027-10-01", ZONE).map(({ occasion }) => occasion)).toEqual([
    "2027-10-01 -30",
    "2027-10-01 -7",
  ]);
});

test("HR hears 30 days, 7 days and a day before a token ends, of use until the next time, the last until the end", () => {
  const endsAt = toInstant("2027-03-20T14:30", ZONE);
  expect(planToken(TO, endsAt, ZONE).map((each) => told(each))).toEqual([
    "token-ending | 2027-03-20 -30 | 2027-02-18T08:00 | 2027-03-13T08:00",
    "token-ending | 2027-03-20 -7 | 2027-03-13T08:00 | 2027-03-19T08:00",
    "token-ending | 2027-03-20 -1 | 2027-03-19T08:00 | 2027-03-20T14:30",
  ]);
});

test.each([
  [
    "2028-06-30",
    [
      [" -24", "2026-06-30", "2027-06-30"],
      ["", "2027-06-30", "2027-12-30"],
      [" -6", "2027-12-30", "2028-03-30"],
      [" -3", "2028-03-30", "2028-06-30"],
    ],
  ],
  [
    "2028-02-29",
    [
      [" -24", "2026-02-28", "2027-02-28"],
      ["", "2027-02-28", "2027-08-29"],
      [" -6", "2027-08-29", "2027-11-29"],
      [" -3", "2027-11-29", "2028-02-29"],
    ],
  ],
])("N1 the holder of a certificate that ends on %s hears four times, each until the next", (expiresOn, due) => {
  const planned = planRenewal({ personId: "ada", since: 5 }, expiresOn, ZONE);
  expect(planned.map((each) => told(each))).toEqual(
    due.map(([occasion, from, until]) => `renewal | ${expiresOn}${occasion} | ${from}T08:00 | ${until}T08:00`),
  );
  expect(planned[0]).toMatchObject({ personId: "ada", subjectId: "ada", since: 5 });
  expect(planned.map(({ occasion }) => lastDayIn(occasion))).toEqual(Array(4).fill(expiresOn));
});

test("H5 eight o'clock is that of the provider's own zone", () => {
  const zone = "America/New_York";
  expect(toWallTime(planAgeing(TO, "2026-10-05", zone).dueAt, zone)).toBe("2026-10-12T08:00");
});
