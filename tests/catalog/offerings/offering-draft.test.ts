import { expect, test } from "vitest";
import { newSession, repeatLast, type SessionDraft, withPauseRows } from "~/catalog/offerings/offering-draft";

const row = (kind: "meal" | "break", start = "", end = "") => ({ kind, start, end });
const session = (changes: Partial<SessionDraft> = {}): SessionDraft => ({
  id: "first",
  date: "2027-03-13",
  startTime: "08:00",
  endTime: "16:00",
  topic: "Tides",
  place: "Room 4",
  link: "",
  ownHours: "",
  lastDate: "",
  pauses: [row("meal", "12:00", "13:00")],
  ...changes,
});

test.each([
  ["none", [], [row("meal"), row("break"), row("break")]],
  ["a break alone", [row("break", "10:00", "10:15")], [row("meal"), row("break", "10:00", "10:15"), row("break")]],
  [
    "two meals: the second stays, after the rows that everybody has",
    [row("meal", "12:00", "13:00"), row("meal", "18:00", "19:00")],
    [row("meal", "12:00", "13:00"), row("break"), row("break"), row("meal", "18:00", "19:00")],
  ],
])("there is room for a meal and two breaks: %s", (_what, pauses, expected) => {
  expect(withPauseRows(pauses)).toEqual(expected);
});

test("a new session is the day after the last one at its hours, without its topic, and no session yet", () => {
  expect(newSession(session())).toEqual({ ...session(), id: undefined, date: "2027-03-14", topic: "" });
  expect(newSession(session())).not.toHaveProperty("id");
});

test.each([
  ["there is none", undefined],
  ["the last one has no date", session({ date: "" })],
  ["its date is half written", session({ date: "2027-03" })],
  ["its date does not exist", session({ date: "2027-02-30" })],
])("a new session is an empty row where %s", (_why, after) => {
  expect(newSession(after)).toMatchObject({ date: "", startTime: "", endTime: "", pauses: withPauseRows([]) });
});

test("H5 the last session is repeated at its hours, across a clock change and the end of February", () => {
  const weekly = repeatLast([session({ date: "2027-02-22" }), session({ date: "2028-02-22" })], 2, 7);
  expect(weekly.map(({ date }) => date)).toEqual(["2027-02-22", "2028-02-22", "2028-02-29", "2028-03-07"]);
  expect(weekly.at(-1)).toMatchObject({ startTime: "08:00", endTime: "16:00", topic: "Tides", place: "Room 4" });
  expect(weekly.at(-1)).not.toHaveProperty("id");
});

test("repeated sessions have pauses of their own", () => {
  const [first, second] = repeatLast([session()], 1, 1);
  second!.pauses[0]!.start = "11:00";
  expect(first!.pauses[0]!.start).toBe("12:00");
});

test.each([
  ["no session", []],
  ["no date", [session({ date: "" })]],
  ["a date that does not exist", [session({ date: "2027-02-30" })]],
])("%s is not repeated", (_what, sessions) => {
  expect(repeatLast(sessions, 3, 7)).toEqual(sessions);
});
