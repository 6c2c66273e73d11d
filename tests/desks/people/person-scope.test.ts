import { expect, test } from "vitest";
import {
  isHrAlone,
  isInScope,
  type PersonScope,
  providerFor,
  providersIn,
  rightsIn,
} from "~/desks/people/person-scope";

const NONE: PersonScope = {
  everything: false,
  registrarOf: [],
  coordinatorOf: [],
  facilitated: [],
  hrOf: [],
  coordinates: [],
};

// Through what somebody sees the person: whether at all, on HR's page, which providers, and which rights they have.
test.each<[string, Partial<PersonScope>, [boolean, boolean, string[], string]]>([
  ["nothing", {}, [false, true, [], ""]],
  ["a provider that has nothing to do with them", { coordinates: ["a"] }, [false, true, [], ""]],
  ["administration", { everything: true }, [true, false, [], "correct reach administer"]],
  ["a registrar's provider", { registrarOf: ["a"] }, [true, false, ["a"], "correct reach"]],
  ["a coordinator's", { coordinatorOf: ["a"], coordinates: ["a", "b"] }, [true, false, ["a"], "reach register"]],
  ["both roles", { registrarOf: ["a", "b"], coordinatorOf: ["b"] }, [true, false, ["a", "b"], "correct reach"]],
  [
    "a registrar who coordinates elsewhere",
    { registrarOf: ["a"], coordinates: ["b"] },
    [true, false, ["a"], "correct reach register"],
  ],
  ["a roster", { facilitated: ["o"] }, [true, false, [], ""]],
  ["a roster, by a coordinator of another provider", { facilitated: ["o"], coordinates: ["b"] }, [true, false, [], ""]],
  ["a district", { hrOf: ["d"] }, [true, true, [], ""]],
  ["a district and a roster", { hrOf: ["d"], facilitated: ["o"] }, [true, false, [], ""]],
])("P2 through %s", (_what, given, [inScope, hrAlone, providers, rights]) => {
  const scope = { ...NONE, ...given };
  expect([isInScope(scope), isHrAlone(scope), providersIn(scope)]).toEqual([inScope, hrAlone, providers]);
  const held = Object.entries(rightsIn(scope)).filter(([, may]) => may);
  expect(held.map(([right]) => right).join(" ")).toBe(rights);
});

test.each<[string, Partial<PersonScope>, string | undefined, string | null | undefined]>([
  ["their only provider", { registrarOf: ["a"] }, undefined, "a"],
  ["the one that they chose", { registrarOf: ["a"], coordinatorOf: ["b"] }, "b", "b"],
  ["nobody, before they choose one of two", { registrarOf: ["a"], coordinatorOf: ["b"] }, undefined, undefined],
  ["one that is not theirs", { registrarOf: ["a"] }, "b", undefined],
  ["administrators alone", { everything: true, registrarOf: ["a"] }, undefined, null],
  ["a provider, by an administrator who is its registrar, too", { everything: true, registrarOf: ["a"] }, "a", "a"],
  ["one that is not theirs, by an administrator", { everything: true }, "a", undefined],
])("P2 staff write for %s", (_what, given, wanted, expected) => {
  expect(providerFor({ ...NONE, ...given }, wanted)).toBe(expected);
});
