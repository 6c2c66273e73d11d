import { expect, test } from "vitest";
import { checkInWindowAt, momentAtDoor } from "~/attendance/marks/moment";
import { at, MINUTE } from "../../support/clock";

const session = { startsAt: at("2027-03-09T08:00"), endsAt: at("2027-03-09T12:00") };
const [start, end] = [session.startsAt, session.endsAt];

test.each([
  ["more than half an hour early: the tap's own", start - 30 * MINUTE - 1, start - 30 * MINUTE - 1],
  ["half an hour early: the start", start - 30 * MINUTE, start],
  ["a moment early: the start", start - 1, start],
  ["at the start", start, start],
  ["three minutes late: as it is", start + 3 * MINUTE, start + 3 * MINUTE],
  ["at the end", end, end],
  ["a moment after the end: the end", end + 1, end],
  ["half an hour after: the end", end + 30 * MINUTE, end],
  ["later: as it is", end + 30 * MINUTE + 1, end + 30 * MINUTE + 1],
])("T1 the moment of a tap, %s", (_when, now, moment) => {
  expect(momentAtDoor(session, now)).toBe(moment);
});

test.each([
  [start - 30 * MINUTE - 1, "not-yet"],
  [start - 30 * MINUTE, "open"],
  [end, "open"],
  [end + 1, "over"],
])(
  "T1 people check in by themselves from half an hour before the start until the end: at %i it is %s",
  (now, state) => {
    expect(checkInWindowAt(session, now)).toBe(state);
  },
);
