import { expect, test } from "vitest";
import { planSessions, repeatSession, type SessionInput } from "~/catalog/offerings/session-plan";
import { at, HOUR, ZONE } from "../../support/clock";

const session = (changes: Partial<SessionInput> = {}): SessionInput => ({
  date: "2027-03-09",
  startTime: "16:00",
  endTime: "18:00",
  pauses: [],
  ...changes,
});

test("H5 a weekly series keeps its wall time across the clock change", () => {
  const first = session();
  const planned = planSessions([first, ...repeatSession(first, 2, 7)], ZONE);
  expect(planned.ok && planned.value.map(({ startsAt }) => startsAt)).toEqual([
    at("2027-03-09T16:00"),
    at("2027-03-16T16:00"),
    at("2027-03-23T16:00"),
  ]);
});

test("H5 a session across the clock change lasts what really elapses", () => {
  const planned = planSessions([session({ date: "2027-03-13", startTime: "22:00", endTime: "06:00" })], ZONE);
  expect(planned.ok && planned.value[0]!.endsAt - planned.value[0]!.startsAt).toBe(7 * HOUR);
});

test("an end before the start is on the next day, and so are pauses after midnight", () => {
  const night = session({
    startTime: "20:00",
    endTime: "02:00",
    pauses: [{ kind: "meal", start: "00:30", end: "01:00" }],
  });
  const planned = planSessions([night], ZONE);
  expect(planned.ok && planned.value[0]).toMatchObject({
    endsAt: at("2027-03-10T02:00"),
    pauses: [{ kind: "meal", startsAt: at("2027-03-10T00:30"), endsAt: at("2027-03-10T01:00") }],
  });
});

test.each([
  ["no length", [session({ endTime: "16:00" })], "bad-session"],
  ["no real date", [session({ date: "2027-02-30" })], "bad-session"],
  ["a pause outside", [session({ pauses: [{ kind: "break", start: "15:00", end: "15:15" }] })], "bad-pause"],
  [
    "a pause that ends before it starts",
    [session({ pauses: [{ kind: "break", start: "17:00", end: "16:45" }] })],
    "bad-pause",
  ],
  ["an overlap", [session(), session({ startTime: "17:30", endTime: "19:00" })], "sessions-overlap"],
] as const)("a plan with %s is refused", (_name, inputs, reason) => {
  expect(planSessions(inputs, ZONE)).toMatchObject({ ok: false, reason });
});
