import { expect, test } from "vitest";
import { importForm } from "~/registration/import/import-form";
import { errorsOf } from "../../support/form";

const REASON = "sent by the district";
const file = (bytes: number) => new File(["x".repeat(bytes)], "people.csv");

test.each([
  [{ intent: "check", list: "ada@test.example", reason: REASON }, []],
  [{ intent: "check", file: file(1_000_000), reason: REASON }, []],
  [{ intent: "check", file: file(1_000_001), reason: REASON }, ["file: This file is too large for a list of people."]],
  [{ intent: "check", list: "x".repeat(1_000_001), reason: REASON }, ["list: This list is too long."]],
  [{ intent: "check" }, ["reason: Say why; everyone reads it."]],
  [{ intent: "check", reason: " x " }, ["reason: Say why, in a few words."]],
  [{ intent: "check", reason: "x".repeat(301) }, ["reason: Use at most 300 characters."]],
  [{ intent: "register", list: "ada@test.example", digest: "0a", reason: REASON }, []],
])("R8 a list of people is looked at, then carried out, with a reason: case %#", (values, errors) => {
  expect(errorsOf(importForm, values)).toEqual(errors);
});

test("R8 nothing is carried out that was not shown", () => {
  expect(importForm.safeParse({ intent: "register", list: "ada@test.example", reason: REASON }).success).toBe(false);
  expect(importForm.safeParse({ intent: "register", list: "", digest: "", reason: REASON }).success).toBe(false);
});
