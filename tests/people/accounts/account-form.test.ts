import { expect, test } from "vitest";
import { emailField, finishSignUpForm, passwordField, resetPasswordForm } from "~/people/accounts/account-form";
import { errorsOf } from "../../support/form";

const ADDRESS = ": Enter an email address like name@example.org.";

test.each([
  [" Ada.Ames@Test.Example ", []],
  ["ada", [ADDRESS]],
  ["ada@test", [ADDRESS]],
  ["ada ames@test.example", [ADDRESS]],
  ["ada@test.example\nBcc: all@test.example", [ADDRESS]],
  [
    `${"a".repeat(60)}@${"a".repeat(60)}.${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.example`,
    [": That address is too long."],
  ],
  [undefined, [": Enter your email address."]],
])("the address %j", (typed, errors) => {
  expect(errorsOf(emailField, typed)).toEqual(errors);
});

test("an address is kept in small letters, without spaces around it", () => {
  expect(emailField.parse(" Ada.Ames@Test.Example ")).toBe("ada.ames@test.example");
});

const SHORT = "password: Use at least 12 characters. A few words in a row work well.";
const LONG = "password: Use at most 200 characters.";

test.each([
  ["x".repeat(11), [SHORT]],
  ["x".repeat(12), []],
  ["x".repeat(200), []],
  ["x".repeat(201), [LONG]],
  // Counted as people count: six characters of two units each, and letters with their accents apart.
  ["👩".repeat(6), [SHORT]],
  ["👩".repeat(12), []],
  ["e\u0301".repeat(11), [SHORT]],
  [undefined, ["password: Choose a password."]],
])("a new password %j", (password, errors) => {
  const names = { legalFirst: "Ada", legalLast: "Ames" };
  expect(errorsOf(finishSignUpForm, { ...names, token: "t", password })).toEqual(errors);
  expect(errorsOf(resetPasswordForm, { token: "t", password })).toEqual(errors);
});

test("a password that somebody has already may be short, and never longer than one is hashed", () => {
  expect(errorsOf(passwordField, "x")).toEqual([]);
  expect(errorsOf(passwordField, "x".repeat(201))).toEqual([": Use at most 200 characters."]);
});
