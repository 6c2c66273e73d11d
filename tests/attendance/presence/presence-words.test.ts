import { expect, test } from "vitest";
import type { Presence } from "~/attendance/presence/presence";
import { describePresence, latenessOf } from "~/attendance/presence/presence-words";
import { at, ZONE } from "../../support/clock";

const SESSION = { startsAt: at("2027-03-09T08:00"), endsAt: at("2027-03-09T12:00"), timeZone: ZONE };
const time = (wall: string) => at(`2027-03-09T${wall}`);
const stretch = (from: string, to: string) => ({ from: time(from), to: time(to) });
const presence = (changes: Partial<Presence> = {}): Presence => ({
  intervals: [],
  openSince: null,
  selfSince: null,
  anomalies: [],
  marked: false,
  done: [],
  ...changes,
});

test.each([
  ["nothing", presence(), "unmarked", "Not marked"],
  ["absent", presence({ marked: true }), "absent", "Absent"],
  ["there", presence({ intervals: [stretch("08:00", "12:00")], marked: true }), "out", "Present from start to end"],
  [
    "there for a part",
    presence({ intervals: [stretch("08:20", "12:00")], marked: true }),
    "out",
    "Arrived 8:20 AM, left 12:00 PM",
  ],
  [
    "there twice",
    presence({ intervals: [stretch("08:00", "09:00"), stretch("10:30", "12:00")], marked: true }),
    "out",
    "Arrived 8:00 AM, left 9:00 AM; back 10:30 AM, left 12:00 PM",
  ],
  [
    "in again: the open end says more than what was before",
    presence({ intervals: [stretch("08:00", "09:00")], openSince: time("10:00"), marked: true }),
    "in",
    "Arrived 10:00 AM",
  ],
  [
    "by themselves: it waits for an answer, whatever else was marked",
    presence({ selfSince: time("07:55"), openSince: time("09:00"), marked: true }),
    "self",
    "Checked in by themselves at 7:55 AM",
  ],
  ["doubtful", presence({ anomalies: ["out-without-in"], marked: true }), "out", "No time counted"],
])("T1 how somebody stands at a session: %s", (_what, given, state, text) => {
  expect(describePresence(given, SESSION)).toMatchObject({ state, text });
});

test.each([
  ["never there", presence(), 0, 0],
  ["to the minute", presence({ intervals: [stretch("08:00", "12:00")] }), 0, 0],
  ["early and over the end", presence({ intervals: [stretch("07:30", "12:30")] }), 0, 0],
  ["a minute less a moment", presence({ intervals: [{ from: time("08:01") - 1, to: time("11:59") + 1 }] }), 0, 0],
  ["a whole minute", presence({ intervals: [stretch("08:01", "11:59")] }), 1, 1],
  ["out for a while is neither", presence({ intervals: [stretch("08:00", "09:00"), stretch("10:00", "12:00")] }), 0, 0],
  ["still there is not early", presence({ openSince: time("08:12") }), 12, 0],
  ["came first, came again", presence({ intervals: [stretch("08:05", "09:00")], openSince: time("10:00") }), 5, 0],
])("T1 whole minutes late and early: %s", (_what, given, late, early) => {
  expect(latenessOf(given, SESSION)).toEqual({ late, early });
});

test.each([
  ["08:12", "12:00", "12 min late"],
  ["09:00", "12:00", "1 h late"],
  ["08:00", "10:25", "left 1 h 35 min early"],
  ["08:12", "10:25", "12 min late, left 1 h 35 min early"],
  ["08:00", "12:00", ""],
])("from %s to %s reads %j", (from, to, words) => {
  expect(describePresence(presence({ intervals: [stretch(from, to)] }), SESSION).lateness).toBe(words);
});
