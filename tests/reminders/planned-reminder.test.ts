import { expect, test } from "vitest";
import { keyOf } from "~/reminders/planned-reminder";

const REMINDER = { kind: "claim", subjectId: "claim", personId: "ada", occasion: "1 +7" } as const;

test.each([
  ["kind", { kind: "payment" }],
  ["subject", { subjectId: "another" }],
  ["person", { personId: "bo" }],
  ["occasion", { occasion: "1 +14" }],
] as const)("reminders that differ in their %s are two", (_what, changes) => {
  expect(keyOf({ ...REMINDER, ...changes })).not.toBe(keyOf(REMINDER));
});

test("a reminder that is due at another time is the same one", () => {
  expect(keyOf({ ...REMINDER, ...{ dueAt: 1, expiresAt: 2, since: 0 } })).toBe(keyOf(REMINDER));
});
