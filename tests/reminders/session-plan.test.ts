import { describe, expect, test } from "vitest";
import { toWallTime } from "~/platform/time/time-zone";
import { planRosters, planSessionReminders, sessionDueTimes, stepDueTimes } from "~/reminders/session-plan";
import { at, HOUR, ZONE } from "../support/clock";

const session = (start: string, timeZone = ZONE) => ({
  id: "s",
  startsAt: at(start),
  endsAt: at(start) + 2 * HOUR,
  timeZone,
});

function dueTexts(
  start: string,
  previous: string | null = null,
  modality: "in-person" | "online" | "hybrid" = "in-person",
) {
  const due = sessionDueTimes(session(start), previous ? session(previous) : null, modality);
  return Object.fromEntries(due.map(({ kind, dueAt }) => [kind, toWallTime(dueAt, ZONE)]));
}

describe.each([
  ["an ordinary week", "2027-04-20T08:00", "2027-04-13T08:00", "2027-04-19T08:00", "2027-04-20T06:00"],
  ["across the March clock change", "2027-03-16T08:00", "2027-03-09T08:00", "2027-03-15T08:00", "2027-03-16T06:00"],
  ["the day of the March clock change", "2027-03-14T09:00", "2027-03-07T08:00", "2027-03-13T08:00", "2027-03-14T06:00"],
  ["across the November clock change", "2026-11-03T16:30", "2026-10-27T08:00", "2026-11-02T08:00", "2026-11-03T06:00"],
  ["across the turn of the year", "2027-01-04T13:00", "2026-12-28T08:00", "2027-01-03T08:00", "2027-01-04T06:00"],
])("H5 %s", (_name, start, week, day, morning) => {
  test("reminds at 8:00 a week and a day before, at 6:00 on the day", () => {
    expect(dueTexts(start)).toEqual({ "session-week": week, "session-day": day, "session-morning": morning });
  });
});

test("nobody is sent out of bed for a session online", () => {
  expect(Object.keys(dueTexts("2027-04-20T08:00", null, "online")).sort()).toEqual(["session-day", "session-week"]);
  expect(Object.keys(dueTexts("2027-04-20T08:00", null, "hybrid"))).toContain("session-morning");
});

test("a weekly series has the week's notice once; a session after a longer pause has its own", () => {
  expect(dueTexts("2027-04-20T08:00", "2027-04-13T08:00")).not.toHaveProperty("session-week");
  expect(dueTexts("2027-04-20T08:00", "2027-04-06T08:00")).toHaveProperty("session-week");
});

test("a session before six in the morning has no reminder after its start", () => {
  expect(dueTexts("2027-04-20T05:30")).not.toHaveProperty("session-morning");
});

test("wall time is that of the session's own zone", () => {
  const { dueAt } = sessionDueTimes(session("2027-04-20T08:00", "America/New_York"), null, "online").at(-1)!;
  expect(toWallTime(dueAt, "America/New_York")).toBe("2027-04-19T08:00");
});

test("what is done on people's own time: three days before each date, a week before the last; no roster, no morning", () => {
  const own = {
    ...{ id: "own", startsAt: at("2027-03-01T08:00"), endsAt: at("2027-03-31T23:59"), timeZone: ZONE, ownMinutes: 180 },
    steps: [{ dueAt: at("2027-03-14T23:59") }, { dueAt: null }, { dueAt: at("2027-03-14T23:59") }],
  };
  const due = stepDueTimes(own).map(({ kind, dueAt, expiresAt }) =>
    [kind, ...[dueAt, expiresAt].map((instant) => toWallTime(instant, ZONE))].join(" "),
  );
  expect(due).toEqual([
    "session-day 2027-03-11T08:00 2027-03-14T23:59",
    "session-week 2027-03-24T08:00 2027-03-28T08:00",
    "session-day 2027-03-28T08:00 2027-03-31T23:59",
  ]);
  const seated = [{ personId: "ana", since: 0 }];
  expect(planSessionReminders([own], "in-person", seated).map(({ occasion }) => occasion)).toEqual(
    stepDueTimes(own).map(({ occasion }) => occasion),
  );
  expect(planRosters([own, session("2027-04-20T08:00")], seated)).toHaveLength(1);
});
