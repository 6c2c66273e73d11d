import { expect, test } from "vitest";
import { derivePresence, type PresenceMark, wasThere } from "~/attendance/presence/presence";
import { deriveOwnTime } from "~/attendance/presence/own-time";
import { countEveryone } from "~/credits/counting/instructor-hours";
import { at } from "../../support/clock";

const STEPS = [
  { id: "watch", title: "Watch", minutes: 45, dueAt: at("2027-03-10T23:59") },
  { id: "write", title: "Write", minutes: 90, dueAt: null },
  { id: "quiz", title: "Quiz", minutes: 45, dueAt: null },
];
const SESSION = {
  startsAt: at("2027-03-01T08:00"),
  endsAt: at("2027-03-31T23:59"),
  ownMinutes: 180,
  steps: STEPS,
  pauses: [],
};
const RULE = {
  sessions: [SESSION],
  policy: { breaksCount: false, incrementMinutes: 30, minimumMinutes: 60 },
  approvedMinutes: 180,
};

let number = 0;
const mark = (changes: Partial<PresenceMark> & { wall: string }): PresenceMark => {
  const { wall, ...rest } = changes;
  const moment = at(wall);
  const times = { at: moment, deviceTime: moment, serverTime: moment + number };
  return {
    id: `mark-${String(++number).padStart(3, "0")}`,
    ...times,
    ...{ clockOffset: null, clockDoubt: null, device: null, recordedBy: "ana", voidsMarkId: null, stepId: null },
    kind: "done",
    method: "step",
    ...rest,
  };
};
const done = (stepId: string, wall: string, changes: Partial<PresenceMark> = {}) => mark({ stepId, wall, ...changes });

const watched = done("watch", "2027-03-09T20:00");
const CASES: [string, PresenceMark[], [string, boolean][], number][] = [
  ["nothing done", [], [], 0],
  [
    "all, in any order",
    [done("quiz", "2027-03-02T08:00"), done("write", "2027-03-03T08:00"), watched],
    [
      ["watch", false],
      ["write", false],
      ["quiz", false],
    ],
    180,
  ],
  [
    "some: their minutes, rounded down once (H3)",
    [watched, done("quiz", "2027-03-09T21:00")],
    [
      ["watch", false],
      ["quiz", false],
    ],
    90,
  ],
  ["one of 45 minutes: down to the increment (H2)", [watched], [["watch", false]], 30],
  [
    "late, and it still counts",
    [done("watch", "2027-03-11T08:00"), done("write", "2027-03-31T23:59")],
    [
      ["watch", true],
      ["write", false],
    ],
    120,
  ],
  ["twice: once, by the first", [watched, done("watch", "2027-03-20T08:00")], [["watch", false]], 30],
  ["before the session opened: nothing", [done("watch", "2027-02-28T08:00")], [], 0],
  ["after its end, by the word of staff", [done("write", "2027-04-02T08:00")], [["write", false]], 90],
  [
    "voided: nothing",
    [watched, mark({ kind: "void", voidsMarkId: watched.id, stepId: "watch", wall: "2027-03-12T08:00" })],
    [],
    0,
  ],
  ["of a step that is no more: nothing", [done("gone", "2027-03-09T08:00")], [], 0],
];

test.each(CASES)("T1 H6 %s", (_name, marks, expected, minutes) => {
  const presence = derivePresence(SESSION, marks);
  expect(presence.done.map(({ stepId, late }) => [stepId, late])).toEqual(expected);
  expect([presence.intervals, presence.openSince, presence.selfSince, presence.anomalies]).toEqual([
    [],
    null,
    null,
    [],
  ]);
  expect([presence.marked, wasThere(presence)]).toEqual([expected.length > 0, expected.length > 0]);
  const [counted] = countEveryone(RULE, [{ person: { teaches: false }, presences: [presence] }]);
  expect(counted!.minutes).toBe(minutes);
  expect(counted!.steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(minutes);
});

test("the receipt names each step and when it was done", () => {
  const presence = deriveOwnTime(SESSION, [done("watch", "2027-03-11T08:00")]);
  const [counted] = countEveryone(RULE, [{ person: { teaches: false }, presences: [presence] }]);
  expect(counted!.steps[0]).toEqual({
    ...{ reason: "own-time-late", title: "Watch", minutes: 45, session: 0, from: null },
    to: at("2027-03-11T08:00"),
  });
});

test("H7 a participant who worked on their own time is one who took part", () => {
  const worked = { person: { teaches: false }, presences: [deriveOwnTime(SESSION, [watched])] };
  const taught = {
    person: { teaches: true },
    presences: [deriveOwnTime(SESSION, [watched, done("write", "2027-03-05T08:00")])],
  };
  expect(countEveryone(RULE, [worked, taught]).map(({ minutes }) => minutes)).toEqual([30, 120]);
  expect(countEveryone(RULE, [taught]).map(({ minutes }) => minutes)).toEqual([0]);
});
