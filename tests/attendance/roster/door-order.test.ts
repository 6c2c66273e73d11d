import { expect, test } from "vitest";
import { countDoor, inDoorOrder, rankOf } from "~/attendance/roster/door-order";

const rows = [
  { personId: "ana", state: "in" },
  { personId: "ben", state: "unmarked" },
  { personId: "cy", state: "absent" },
  { personId: "dee", state: "self" },
  { personId: "eli", state: "unmarked" },
] as const;
const ordered = (held: [string, number][] = []) =>
  inDoorOrder(rows, ({ state }) => rankOf(state), new Map(held)).map(({ row }) => row.personId);

test("who waits for an answer stands first, then who is yet to come, who is here, who left; in each by name", () => {
  expect(ordered()).toEqual(["dee", "ben", "eli", "ana", "cy"]);
});

test("a row that is held stays where it was, whatever it has become", () => {
  expect(ordered([["ana", 1]])).toEqual(["dee", "ana", "ben", "eli", "cy"]);
});

test("the door counts who arrived of those expected; whoever left did arrive", () => {
  expect(countDoor(["in", "in", "out", "absent", "unmarked"])).toEqual({
    arrived: 3,
    expected: 5,
    others: ["1 left", "1 absent"],
  });
  expect(countDoor(["self", "unmarked"])).toEqual({ arrived: 0, expected: 2, others: ["1 to confirm"] });
  expect(countDoor([])).toEqual({ arrived: 0, expected: 0, others: [] });
});
