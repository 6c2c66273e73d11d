import { expect, test } from "vitest";
import {
  checkInForm,
  confirmAttendanceForm,
  markForm,
  matchForm,
  rosterForm,
  tapForm,
  voidForm,
  walkInForm,
} from "~/attendance/roster/attendance-form";
import { errorsOf } from "../../support/form";

const NONCE = "0".repeat(32);
const tap = (text: string) => tapForm.safeParse({ intent: "tap", tap: text, nonce: NONCE }).data?.tap;

test.each([
  ["in:0190-a", { kind: "in", personId: "0190-a" }],
  ["out:0190-a", { kind: "out", personId: "0190-a" }],
  ["undo:0190-a", { kind: "undo", personId: "0190-a" }],
  ["undo", { kind: "undo", personId: null }],
  ["self:0190-a", { kind: "self", personId: "0190-a" }],
  ["present-all", { kind: "present-all", personId: null }],
  ["self-all", { kind: "self-all", personId: null }],
  ["in:", undefined],
  ["in:a b", undefined],
  [`in:${"a".repeat(65)}`, undefined],
  ["absent:0190-a", undefined],
  ["present-all:0190-a", undefined],
  ["", undefined],
])("T1 a tap on %j means %j", (text, meaning) => {
  expect(tap(text)).toEqual(meaning);
});

test.each([
  [undefined, undefined],
  ["", []],
  ["0190-a", ["0190-a"]],
  ["0190-a 0190-b", ["0190-a", "0190-b"]],
  ["0190-a  0190-b", null],
  ["0190-a,0190-b", null],
])("the people whom a question named, %j", (who, meaning) => {
  const read = tapForm.safeParse({ intent: "tap", tap: "present-all", nonce: NONCE, who });
  expect(read.success ? read.data.who : null).toEqual(meaning);
});

test.each([
  [{}, []],
  [{ deviceTime: "1804608000000", device: "ab".repeat(16) }, []],
  [{ nonce: "short" }, ["nonce"]],
  [{ nonce: "x".repeat(65) }, ["nonce"]],
  [{ deviceTime: "0" }, ["deviceTime"]],
  [{ deviceTime: "yesterday" }, ["deviceTime"]],
  [{ deviceTime: "1.5" }, ["deviceTime"]],
  [{ device: "AB".repeat(16) }, ["device"]],
  [{ device: "ab" }, ["device"]],
])("T1 what a browser adds to a mark, %j", (changes, fields) => {
  const found = errorsOf(rosterForm, { intent: "tap", tap: "present-all", nonce: NONCE, ...changes });
  expect(found.map((error) => error.split(":")[0])).toEqual(fields);
});

test.each([
  [undefined, []],
  ["08:20", []],
  ["23:59", []],
  ["24:00", ["time: Enter a time like 08:20."]],
  ["8:20", ["time: Enter a time like 08:20."]],
])("a mark told afterwards at %j", (time, errors) => {
  expect(errorsOf(markForm, { intent: "mark", personId: "0190", kind: "in", nonce: NONCE, time })).toEqual(errors);
});

test("T1 a mark is voided with a reason, in a few words", () => {
  const values = { intent: "void", markId: "0190", nonce: NONCE };
  expect(errorsOf(voidForm, values)).toEqual(["reason: Say why."]);
  expect(errorsOf(voidForm, { ...values, reason: "  no " })).toEqual(["reason: Say why, in a few words."]);
  expect(voidForm.parse({ ...values, reason: " wrong person " }).reason).toBe("wrong person");
});

test.each([
  [undefined, undefined],
  ["  ", undefined],
  [" Ada@Test.Example ", "ada@test.example"],
])("T2 a walk-in may have no address: %j", (email, kept) => {
  expect(walkInForm.parse({ intent: "walk-in", name: "Ada Ames", nonce: NONCE, email }).email).toBe(kept);
  const names = { legalFirst: "Ada", legalLast: "Ames" };
  expect(matchForm.parse({ intent: "create", ...names, email })).toEqual({ intent: "create", ...names, email: kept });
});

test("T2 a walk-in has a name, and an address that is one", () => {
  expect(errorsOf(walkInForm, { intent: "walk-in", name: "  ", nonce: NONCE, email: "ada" })).toEqual([
    "name: Enter the person's name.",
    "email: Enter an email address like name@example.org.",
  ]);
});

test.each([
  [{ intent: "confirm" }, true],
  [{ intent: "confirm", openEnds: "stayed" }, true],
  [{ intent: "confirm", openEnds: "both" }, false],
  [{ intent: "self-here" }, true],
  [{ intent: "self-not-here", reason: "they left at once" }, true],
])("T3 attendance is confirmed with %j: %s", (values, taken) => {
  expect(confirmAttendanceForm.safeParse(values).success).toBe(taken);
});

test("a check-in names its session and a code", () => {
  expect(errorsOf(checkInForm, {})).toEqual(["sessionId: Choose the session.", "code: Enter the code on the screen."]);
  expect(checkInForm.parse({ sessionId: "0190", code: " k7m2qx " }).code).toBe("k7m2qx");
});
