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

const ownTime = (changes: Partial<SessionInput> = {}) =>
  session({ startTime: "08:00", endTime: "23:59", lastDate: "2027-03-31", ownMinutes: 180, ...changes });

test("a session on people's own time is open until the end of its last day, and may lie around others", () => {
  const planned = planSessions([session({ date: "2027-03-16" }), ownTime()], ZONE);
  expect(planned.ok && planned.value.map(({ startsAt, endsAt, ownMinutes }) => [startsAt, endsAt, ownMinutes])).toEqual(
    [
      [at("2027-03-09T08:00"), at("2027-03-31T23:59"), 180],
      [at("2027-03-16T16:00"), at("2027-03-16T18:00"), null],
    ],
  );
  const [again] = repeatSession(ownTime(), 1, 31);
  expect(again).toMatchObject({ date: "2027-04-09", lastDate: "2027-05-01", ownMinutes: 180 });
});

test.each([
  ["closes before it opens", { lastDate: "2027-03-08" }, "bad-session"],
  ["has a last day that is none", { lastDate: "2027-02-30" }, "bad-session"],
  ["has no last day", { lastDate: undefined }, "bad-session"],
  ["is open for less time than its work", { lastDate: "2027-03-09", endTime: "10:59" }, "own-time-too-short"],
])("own time that %s is refused", (_name, changes, reason) => {
  expect(planSessions([ownTime(changes as Partial<SessionInput>)], ZONE)).toMatchObject({ ok: false, reason });
});
