import { expect, test } from "vitest";
import {
  doesCount,
  isChangeable,
  isRemovable,
  isVouchedFor,
  markOf,
  minutesOf,
  OUTSIDE_STATES,
  type OutsideKind,
  readAmount,
  refusedOutsideField,
  topicsInWords,
  typedAmount,
  wordsOfAmount,
} from "~/renewal/outside/outside-hours";

test.each<[OutsideKind, string, number | "wrong", number]>([
  ["clock-hours", "6.5", 390, 390],
  ["clock-hours", "0.5", 30, 30],
  ["clock-hours", "6.555", "wrong", 0],
  ["clock-hours", "0", "wrong", 0],
  ["clock-hours", "400.5", "wrong", 0],
  ["quarter-credits", "4.75", 475, 2850],
  ["quarter-credits", "0.01", 1, 6],
  ["quarter-credits", "4.755", "wrong", 0],
  ["semester-credits", "3", 300, 2700],
  ["semester-credits", "-3", "wrong", 0],
  ["national-board-component", "4", 4, 12000],
  ["national-board-component", "1.5", "wrong", 0],
  ["national-board-component", "5", "wrong", 0],
])("N1 %s %s is read as %s and is worth %s minutes", (kind, typed, amount, minutes) => {
  const read = readAmount(kind, typed);
  if (amount === "wrong") return expect(read).toHaveProperty("wrong");
  expect(read).toEqual({ amount });
  expect(typedAmount(kind, amount)).toBe(typed);
  expect(minutesOf({ kind, amount, completedOn: "2026-03-01" })).toBe(minutes);
});

test("amounts and topics read with their units", () => {
  expect(wordsOfAmount("clock-hours", 60)).toBe("1 clock hour");
  expect(wordsOfAmount("quarter-credits", 450)).toBe("4.5 quarter credits");
  expect(wordsOfAmount("national-board-component", 2)).toBe("2 components");
  const topics = [
    { code: "EQUITY" as const, minutes: 180 },
    { code: "STEM" as const, minutes: 90 },
  ];
  expect(topicsInWords(topics)).toBe("Equity 3, STEM 1.5");
});

test("what was accepted or signed stays, and what was returned or taken back does not count", () => {
  const issuer = (isTrusted: boolean) => ({ name: "ESD 113", isTrusted });
  const open = ["self-reported", "sent", "returned", "taken-back"];
  expect(OUTSIDE_STATES.filter((state) => isChangeable(state, issuer(true)))).toEqual(open);
  expect(OUTSIDE_STATES.filter((state) => isChangeable(state, issuer(false)))).toEqual([...open, "signed"]);
  expect(OUTSIDE_STATES.filter((state) => !isRemovable(state))).toEqual(["accepted"]);
  expect(OUTSIDE_STATES.filter((state) => !doesCount(state))).toEqual(["returned", "taken-back"]);
  expect(OUTSIDE_STATES.filter((state) => isVouchedFor(state, true))).toEqual(["accepted", "signed"]);
  expect(OUTSIDE_STATES.filter((state) => isVouchedFor(state, false))).toEqual(["accepted"]);
});

test("who vouches for it is said in words, and an issuer that is not trusted any more vouches for nothing", () => {
  const row = { state: "sent", checker: "Puget Sound ESD", issuer: null } as const;
  expect(markOf(row)).toBe("Self-reported");
  expect(markOf({ ...row, state: "accepted" })).toBe("Checked by the registrar of Puget Sound ESD");
  const issuer = { name: "ESD 113", isTrusted: true };
  expect(markOf({ ...row, state: "signed", issuer })).toBe("Signed by ESD 113");
  expect(markOf({ ...row, state: "signed", issuer: { ...issuer, isTrusted: false } })).toBe("Self-reported");
});

test("a refusal stands at its field", () => {
  expect(refusedOutsideField("entered-twice")).toBe("title");
  expect(refusedOutsideField("not-completed")).toBe("completedOn");
  expect(refusedOutsideField("unknown-hours")).toBeUndefined();
});
