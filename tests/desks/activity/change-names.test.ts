import { expect, test } from "vitest";
import { ACTIVITY_KINDS } from "~/desks/activity/activity-list";
import { CHANGE_NAMES } from "~/desks/activity/change-names";
import { READING_ACTIONS } from "~/people/persons/reading-words";

test("every change is said in words of its own kind, and none twice under one name", () => {
  for (const [action, words] of CHANGE_NAMES) expect(words, action).toMatch(/^[A-Z]/);
});

test("every change and every reading belongs to one kind by which the audit log is filtered", () => {
  const kinds = Object.values(ACTIVITY_KINDS).map(({ begins }) => begins);
  const kindsOf = (action: string) => kinds.filter((begins) => begins.some((begin) => action.startsWith(begin))).length;
  const without = [...CHANGE_NAMES.keys(), ...READING_ACTIONS].filter((action) => kindsOf(action) !== 1);
  expect(without.sort()).toEqual([]);
});
