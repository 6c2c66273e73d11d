import { expect, test } from "vitest";
import { membershipForm, organisationForm, organisationPageForm } from "~/people/organisations/organisation-form";
import { errorsOf } from "../../support/form";

const ORGANISATION = { intent: "save", name: " Renton ", kind: "district" };

test("S3 a code stays text with its zeros; what is left empty is nothing", () => {
  expect(organisationForm.parse({ ...ORGANISATION, code: " 01109 ", billingEmail: " AP@Renton.example " })).toEqual({
    intent: "save",
    name: "Renton",
    code: "01109",
    kind: "district",
    county: null,
    billingName: null,
    billingEmail: "ap@renton.example",
    billingAddress: null,
  });
  expect(organisationForm.parse(ORGANISATION)).toMatchObject({ code: null, billingEmail: null });
});

const CODE = "code: A county-district code has five digits, such as 17401. Keep its zeros.";

test.each([
  [{ code: "1109" }, [CODE]],
  [{ code: "011090" }, [CODE]],
  [{ code: "0110a" }, [CODE]],
  [{ code: "17X01" }, []],
  [{ code: "01109-00000" }, ["code: Use at most 10 characters."]],
  [{ name: " " }, ["name: Enter the name."]],
  [{ billingEmail: "ap" }, ["billingEmail: Enter an email address like name@example.org."]],
  [{ kind: "school" }, ["kind: Choose what kind of organization it is."]],
])("an organization with %j", (changes, errors) => {
  expect(errorsOf(organisationForm, { ...ORGANISATION, ...changes })).toEqual(errors);
});

test("the page of an organization saves it or deletes it", () => {
  expect(errorsOf(organisationPageForm, ORGANISATION)).toEqual([]);
  expect(errorsOf(organisationPageForm, { intent: "delete-organization" })).toEqual([]);
});

test.each([
  [{}, []],
  [{ change: "leave" }, ["change: Choose what changes."]],
  [{ date: "2026-02-30" }, ["date: Enter the day."]],
  [{ organisation: [] }, ["organisation: Choose at least one organization."]],
])("T8 organizations join the cooperative or leave it on a day: %j", (changes, errors) => {
  const form = { change: "join", date: "2026-10-01", organisation: ["renton"] };
  expect(errorsOf(membershipForm, { ...form, ...changes })).toEqual(errors);
});
