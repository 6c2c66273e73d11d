import { expect, test } from "vitest";
import { optionalText, plainDate, requiredText, ticksOf, wholeNumber } from "~/platform/http/form-fields";
import { errorsOf } from "../../support/form";

test.each([
  ["", ["Say it."]],
  ["  ", ["Say it."]],
  [undefined, ["Say it."]],
  ["12345", []],
  ["123456", ["Use at most 5 characters."]],
])("a text that must be there: %j", (given, errors) => {
  expect(errorsOf(requiredText("Say it.", 5), given).map((error) => error.replace(/^: /, ""))).toEqual(errors);
});

test("a text that may be empty is null then, and loses the spaces around it", () => {
  expect([undefined, "", "  ", " a b "].map((given) => optionalText(5).parse(given))).toEqual([
    null,
    null,
    null,
    "a b",
  ]);
  expect(optionalText(2).safeParse("abc").success).toBe(false);
});

test.each([
  ["3", true],
  ["2", false],
  ["9", false],
  ["3.5", false],
  ["x", false],
  [undefined, false],
])("a whole number from 3 to 8: %j", (given, good) => {
  expect(wholeNumber("Enter a number.", 3, 8).safeParse(given).success).toBe(good);
});

test.each([
  ["2028-02-29", true],
  ["2027-02-29", false],
  ["2/28/2027", false],
  ["", false],
])("a date that exists: %j", (given, good) => {
  expect(plainDate("Enter a date.").safeParse(given).success).toBe(good);
});

test("ticks of a list are taken as they come, and a foreign one is said at the field that they share", () => {
  const ticks = ticksOf(["a", "b"], "Choose from the list.");
  expect(ticks.parse(["b", "a"])).toEqual(["b", "a"]);
  expect(errorsOf(ticks, ["a", "c"]).map((error) => error.replace(/^: /, ""))).toEqual(["Choose from the list."]);
});
