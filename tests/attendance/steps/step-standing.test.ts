import { expect, test } from "vitest";
import { type StepStanding, standingOf } from "~/attendance/steps/step-standing";
import type { ReflectionState } from "~/attendance/steps/reflection-state";
import { at } from "../../support/clock";

const SESSION = { startsAt: at("2027-03-01T08:00"), endsAt: at("2027-03-31T23:59") };
const STEP = { kind: "reflection" as const, opensAt: null, dueAt: at("2027-03-14T23:59") };

const CASES: [string, boolean, ReflectionState | null, string, StepStanding][] = [
  ["before it opens", false, null, "2027-02-28T08:00", "not-yet"],
  ["open", false, null, "2027-03-02T08:00", "open"],
  ["past its date", false, null, "2027-03-20T08:00", "late"],
  ["past the session", false, null, "2027-04-02T08:00", "missed"],
  ["done", true, "accepted", "2027-04-02T08:00", "done"],
  ["handed in, and waiting past the session", false, "waiting", "2027-04-02T08:00", "waiting"],
  ["returned while it is open", false, "returned", "2027-03-20T08:00", "returned"],
  ["returned, and never written again", false, "returned", "2027-04-02T08:00", "missed"],
  ["done by the word of staff after it was returned", true, "returned", "2027-03-20T08:00", "done"],
];

test.each(CASES)("a step %s", (_name, isDone, reflection, now, expected) => {
  expect(standingOf(STEP, SESSION, { isDone, reflection }, at(now))).toBe(expected);
});
