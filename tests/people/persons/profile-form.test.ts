import { expect, test } from "vitest";
import { formerNameForm, profileForm } from "~/people/persons/profile-form";
import { NEVER_A_SOCIAL_SECURITY_NUMBER } from "~/platform/text/social-security-number";
import { errorsOf } from "../../support/form";

const PROFILE = { intent: "profile", legalFirst: " Ngọc Ánh ", legalLast: "Nguyễn" };

test("what is left empty, or holds spaces, is nothing", () => {
  expect(profileForm.parse({ ...PROFILE, preferredName: "  ", certificateNumber: "" })).toEqual({
    intent: "profile",
    legalFirst: "Ngọc Ánh",
    legalLast: "Nguyễn",
    preferredName: null,
    certificateNumber: null,
    phone: null,
    accessNeeds: null,
    dietaryNeeds: null,
  });
});

const NUMBER = "certificateNumber: Use the letters and digits of the certificate.";
const FORBIDDEN = `certificateNumber: ${NEVER_A_SOCIAL_SECURITY_NUMBER}`;

test.each([
  [{ certificateNumber: "512345F" }, []],
  [{ certificateNumber: "000-123-A" }, []],
  [{ certificateNumber: "51234567" }, []],
  [{ certificateNumber: "512 345" }, [NUMBER]],
  // P1: never collected, in whole or in part.
  [{ certificateNumber: "123-45-6789" }, [FORBIDDEN]],
  [{ certificateNumber: "123456789" }, [FORBIDDEN]],
  [{ certificateNumber: "123-456789" }, [FORBIDDEN]],
  [{ legalLast: " " }, ["legalLast: Enter the last name. Whoever has one name only writes it here."]],
  [{ legalFirst: "x".repeat(121) }, ["legalFirst: Use at most 120 characters."]],
  [{ accessNeeds: "x".repeat(501) }, ["accessNeeds: Use at most 500 characters."]],
])("a profile with %j", (changes, errors) => {
  expect(errorsOf(profileForm, { ...PROFILE, ...changes })).toEqual(errors);
});

test("a former name is one", () => {
  expect(errorsOf(formerNameForm, { intent: "former-name", name: " " })).toEqual(["name: Enter the former name."]);
});
