import { expect, test } from "vitest";
import { formerNameForm, profileForm } from "~/people/persons/profile-form";
import { errorsOf } from "../../support/form";

const PROFILE = { intent: "profile", legalFirst: " Ngọc Ánh ", legalLast: "Nguyễn" };

test("what is left empty, or holds spaces, is nothing", () => {
  expect(profileForm.parse({ ...PROFILE, preferredName: "  ", certificateNumber: "" })).toEqual({
    intent: "profile",
    legalFirst: "Ngọc Ánh",
    legalLast: "Nguyễn",
    preferredName: null,
    certificateNumber: null,
    certificateExpiresOn: null,
    phone: null,
    accessNeeds: null,
    dietaryNeeds: null,
  });
});

const NUMBER = "certificateNumber: Use the letters and digits of your certificate. Never a Social Security number.";

test.each([
  [{ certificateNumber: "512345F" }, []],
  [{ certificateNumber: "000-123-A" }, []],
  [{ certificateNumber: "51234567" }, []],
  [{ certificateNumber: "512 345" }, [NUMBER]],
  // P1: never collected, in whole or in part.
  [{ certificateNumber: "123-45-6789" }, [NUMBER]],
  [{ certificateNumber: "123456789" }, [NUMBER]],
  [{ certificateNumber: "123-456789" }, [NUMBER]],
  [{ certificateExpiresOn: "2028-02-29" }, []],
  [{ certificateExpiresOn: "2027-02-29" }, ["certificateExpiresOn: Enter a date."]],
  [{ legalLast: " " }, ["legalLast: Enter your last name."]],
  [{ legalFirst: "x".repeat(121) }, ["legalFirst: Use at most 120 characters."]],
  [{ accessNeeds: "x".repeat(501) }, ["accessNeeds: Use at most 500 characters."]],
])("a profile with %j", (changes, errors) => {
  expect(errorsOf(profileForm, { ...PROFILE, ...changes })).toEqual(errors);
});

test("a former name is one", () => {
  expect(errorsOf(formerNameForm, { intent: "former-name", name: " " })).toEqual(["name: Enter the former name."]);
});
