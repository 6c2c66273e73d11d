import { expect, test } from "vitest";
import { nextInWords, STEP_HINTS, unitName } from "~/renewal/ladder/ladder-words";
import { evaluateLadder, type ParaSource } from "~/renewal/paraeducator";
import { FCS_RULE, FCS_UNITS } from "~/renewal/paraeducator-rules";

const hours = (id: string, amount: number, inPerson: boolean, code?: string): ParaSource => ({
  id,
  kind: "clock-hours",
  completedOn: "2025-03-04",
  amount,
  inPerson,
  designations: code ? [{ code, minutes: amount }] : [],
});
const units = (inPerson: boolean) => FCS_UNITS.map((code) => hours(code, FCS_RULE.units[code], inPerson, code));

test.each([
  ["nothing", [], "Next: 28 more hours of the fundamental course of study, at least 7 in person."],
  [
    "one unit",
    [hours("a", 240, true, "FCS-01")],
    "Next: 24 more hours of the fundamental course of study, at least 3 in person.",
  ],
  ["all units online", units(false), "Next: 7 hours of the fundamental course of study in person, in place of others."],
  ["all units", units(true), "Next: 70 more hours to the general certificate."],
  ["general, but an hour", [...units(true), hours("a", 4140, false)], "Next: 1 more hour to the general certificate."],
  ["general", [...units(true), hours("a", 4200, false)], "Next: 75 more hours to the advanced certificate."],
  ["all", [...units(true), hours("a", 8700, false)], "You have the hours of every step of the ladder."],
])("N5 what comes next with %s", (_title, sources, words) => {
  expect(nextInWords(evaluateLadder(sources))).toBe(words);
});

test("units are named by number and name, steps by what they ask for", () => {
  const [first] = evaluateLadder([]).fcs.units;
  expect(unitName(first!)).toEqual({ number: "01", name: "Cultural identity" });
  expect(STEP_HINTS.GENERAL).toBe(
    "70 hours beyond the fundamental course of study; one growth plan may be among them.",
  );
});
