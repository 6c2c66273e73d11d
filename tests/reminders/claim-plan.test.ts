import { expect, test } from "vitest";
import { CLAIM_STATUSES } from "~/credits/claims/claim-status";
import { toWallTime } from "~/platform/time/time-zone";
import { planClaimReminders, planConfirmations, type PlannedClaim } from "~/reminders/claim-plan";
import type { PlannedReminder } from "~/reminders/planned-reminder";
import { at, ZONE } from "../support/clock";

const BOTH = { evaluationGates: true, paymentGates: true };
const claim = (changes: Partial<PlannedClaim> = {}): PlannedClaim => ({
  id: "claim",
  personId: "ada",
  status: "claimed",
  earnedMinutes: 420,
  evaluated: false,
  settled: false,
  createdAt: at("2027-03-09T17:00"),
  claimedAt: at("2027-03-10T09:00"),
  ...changes,
});
const told = ({ kind, dueAt, expiresAt }: PlannedReminder) =>
  `${kind} ${toWallTime(dueAt, ZONE)} until ${toWallTime(expiresAt, ZONE)}`;
const plan = (changes: Partial<PlannedClaim> = {}, policy = BOTH) =>
  planClaimReminders([claim(changes)], policy, ZONE).map(told);

// H5: the clocks change on 14 March; eight stays eight.
test("T3 hours that can be claimed are named a week and two weeks after, each of use until the next", () => {
  expect(plan({ status: "open", claimedAt: null })).toEqual([
    "claim 2027-03-16T08:00 until 2027-03-23T08:00",
    "claim 2027-03-23T08:00 until 2027-03-30T08:00",
  ]);
  expect(plan({ status: "open", claimedAt: null, earnedMinutes: 0 })).toEqual([]);
});

const EVALUATE = [
  "evaluation 2027-03-13T08:00 until 2027-03-20T08:00",
  "evaluation 2027-03-20T08:00 until 2027-03-27T08:00",
];
const PAY = ["payment 2027-03-17T08:00 until 2027-03-31T08:00", "payment 2027-03-31T08:00 until 2027-04-07T08:00"];

test.each([
  ["neither was done", {}, BOTH, [...EVALUATE, ...PAY]],
  ["it was evaluated", { status: "evaluated", evaluated: true }, BOTH, PAY],
  ["it was paid", { settled: true }, BOTH, EVALUATE],
  ["both were done", { status: "settled", evaluated: true, settled: true }, BOTH, []],
  ["evaluation does not gate", {}, { ...BOTH, evaluationGates: false }, PAY],
  ["payment does not gate", {}, { ...BOTH, paymentGates: false }, EVALUATE],
] as const)("T3 what is left to do for claimed hours is named where %s", (_what, changes, policy, expected) => {
  expect(plan(changes, policy)).toEqual(expected);
});

test("nobody is reminded of a claim that waits for somebody else, or that has ended", () => {
  const reminded = CLAIM_STATUSES.filter((status) => plan({ status }).length > 0);
  expect(reminded).toEqual(["open", "claimed", "evaluated"]);
});

test("a reminder is about the claim and owed since it was made", () => {
  expect(planClaimReminders([claim({ settled: true })], BOTH, ZONE)[0]).toMatchObject({
    subjectId: "claim",
    personId: "ada",
    occasion: `${at("2027-03-10T09:00")} +3`,
    since: at("2027-03-10T09:00"),
  });
});

test("T3 each facilitator is asked to confirm attendance the morning after the end, and once more a week later", () => {
  const offering = { id: "offering", endsAt: at("2027-03-13T23:30"), timeZone: ZONE };
  const planned = planConfirmations(offering, [
    { personId: "fay", since: 5 },
    { personId: "gus", since: 6 },
  ]);
  expect(planned.map(({ personId, since }) => `${personId} ${since}`)).toEqual(["fay 5", "fay 5", "gus 6", "gus 6"]);
  expect(planned.slice(0, 2).map(told)).toEqual([
    "confirm-attendance 2027-03-14T08:00 until 2027-03-21T08:00",
    "confirm-attendance 2027-03-21T08:00 until 2027-03-28T08:00",
  ]);
  expect(planConfirmations(offering, [])).toEqual([]);
});
