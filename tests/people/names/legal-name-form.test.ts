import { expect, test } from "vitest";
import { z } from "zod";
import { matchForm } from "~/attendance/roster/attendance-form";
import { finishSignUpForm, setupForm, signUpForm } from "~/people/accounts/account-form";
import { legalNameFields } from "~/people/names/legal-name-form";
import { newPersonForm } from "~/people/persons/person-admin-form";
import { correctNameForm } from "~/people/persons/person-correction-form";
import { profileForm } from "~/people/persons/profile-form";
import { errorsOf } from "../../support/form";

const form = z.object(legalNameFields);
const LAST = "legalLast: Enter the last name. Whoever has one name only writes it here.";

test.each([
  [{ legalFirst: "Ana", legalLast: "Sample" }, []],
  [{ legalLast: "Cher" }, []],
  [{ legalFirst: "Ana" }, [LAST]],
  [{ legalFirst: "Ana", legalLast: "  " }, [LAST]],
  [{}, [LAST]],
  [{ legalFirst: "x".repeat(120), legalLast: "x".repeat(120) }, []],
  [
    { legalFirst: "x".repeat(121), legalLast: "x".repeat(121) },
    ["legalFirst: Use at most 120 characters.", "legalLast: Use at most 120 characters."],
  ],
])("a legal name of %j", (values, errors) => {
  expect(errorsOf(form, values)).toEqual(errors);
});

test.each([
  ["sign-up", signUpForm, { email: "a@x.example" }],
  ["the end of a sign-up", finishSignUpForm, { token: "t", password: "a few words in a row" }],
  ["the first administrator", setupForm, { email: "a@x.example", token: "t", password: "a few words in a row" }],
  ["the profile", profileForm, { intent: "profile" }],
  ["a person whom an administrator enters", newPersonForm, {}],
  ["a corrected name", correctNameForm, { intent: "correct-name", reason: "As on the certificate" }],
  ["a walk-in", matchForm, { intent: "create" }],
] as const)("somebody with one name can be told by %s", (_where, schema, values) => {
  expect(schema.parse({ ...values, legalLast: "Cher" })).toMatchObject({ legalFirst: "", legalLast: "Cher" });
});
