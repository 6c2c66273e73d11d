import { expect, test } from "vitest";
import { isWorkedOn, OPEN_STAFF_LISTS, STAFF_LIST_STATES } from "~/hr/staff-lists/staff-list-state";

test("a job works on lists that are read, carried out or taken back; those and the one that waits are open", () => {
  expect(STAFF_LIST_STATES.filter(isWorkedOn)).toEqual(["planning", "applying", "taking-back", "undoing"]);
  expect(
    STAFF_LIST_STATES.filter((state) => !isWorkedOn(state) && OPEN_STAFF_LISTS.some((open) => open === state)),
  ).toEqual(["planned"]);
});
