import { expect, test } from "vitest";
import { generalOf, hoursOf, inPersonOf, nextOf } from "~/hr/renewals/ladder-words";
import { evaluateLadder } from "~/renewal/paraeducator";

const ladder = evaluateLadder([
  {
    id: "a",
    kind: "clock-hours",
    completedOn: "2027-03-09",
    amount: 300,
    inPerson: true,
    designations: [{ code: "FCS-01", minutes: 240 }],
  },
]);

test("N5 a step of the ladder reads as hours of those that it needs", () => {
  expect([hoursOf(ladder.fcs), inPersonOf(ladder), generalOf(ladder)]).toEqual(["4 of 28", "4 of 7", "1 of 70"]);
  expect(nextOf(ladder)).toBe("24 more hours of the fundamental course of study, at least 3 in person.");
});
