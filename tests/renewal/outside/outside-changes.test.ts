import { expect, test } from "vitest";
import { wordsOfChange } from "~/people/history/change-words";
import { OUTSIDE_ACTIONS, OUTSIDE_CHANGES, toHistory } from "~/renewal/outside/outside-changes";

test("a change reads in the units in which it was typed", () => {
  expect(toHistory({ kind: "quarter-credits", amount: 475 })).toEqual({ kind: "quarter-credits", howMuch: "4.75" });
  const said = wordsOfChange(OUTSIDE_CHANGES, OUTSIDE_ACTIONS.changed, {
    kind: ["clock-hours", "quarter-credits"],
    howMuch: ["6.5", "4.75"],
    completedOn: ["2026-02-04", "2026-02-05"],
    designations: [[{ code: "EQUITY", minutes: 180 }], []],
  });
  expect(said).toBe(
    "Changed: kind from Clock hours of another provider to College credit, in quarter credits; amount from 6.5 to 4.75; " +
      "completed from Feb 4, 2026 to Feb 5, 2026; topics from Equity 3 to none",
  );
});
