import { expect, test } from "vitest";
import { affiliationForm, endAffiliationForm, formerNameForm, profileForm } from "~/people/persons/profile-form";
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
    workLocation: null,
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

const AFFILIATION = { intent: "affiliation", organisationId: "renton", roleKind: "teacher", fromDate: "2026-09-01" };

test.each([
  [{}, []],
  [{ toDate: "2026-09-01" }, []],
  [{ toDate: "2026-08-31" }, ["toDate: The last day is before the first."]],
  [{ toDate: "2026-09-31" }, ["toDate: Enter a date."]],
  [{ fromDate: undefined }, ["fromDate: Enter the first day."]],
  [{ organisationId: "" }, ["organisationId: Choose an organization."]],
  [{ roleKind: "pupil" }, ["roleKind: Choose what you do there."]],
])("S1 a workplace with %j", (changes, errors) => {
  expect(errorsOf(affiliationForm, { ...AFFILIATION, ...changes })).toEqual(errors);
});

test("S1 a workplace without a last day lasts", () => {
  expect(affiliationForm.parse(AFFILIATION)).toMatchObject({ toDate: null, title: null, employeeId: null });
});

test("a workplace ends on a day that exists, and a former name is one", () => {
  const ending = { intent: "end-affiliation", affiliationId: "0190" };
  expect(errorsOf(endAffiliationForm, { ...ending, toDate: "2026-06-31" })).toEqual(["toDate: Enter the last day."]);
  expect(errorsOf(formerNameForm, { intent: "former-name", name: " " })).toEqual(["name: Enter the former name."]);
});
