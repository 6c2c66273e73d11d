import { expect, test } from "vitest";
import { cooperativeForm, organisationForm } from "~/people/organisations/organisation-form";
import { errorsOf } from "../../support/form";

const ORGANISATION = { name: " Renton ", kind: "district" };

test("S3 a code stays text with its zeros; what is left empty is nothing", () => {
  expect(organisationForm.parse({ ...ORGANISATION, code: " 01109 ", cooperativeMember: "on" })).toEqual({
    name: "Renton",
    code: "01109",
    kind: "district",
    county: null,
    cooperativeMember: true,
  });
  expect(organisationForm.parse(ORGANISATION)).toMatchObject({ code: null, cooperativeMember: false });
});

const CODE = "code: A county-district code has five digits, such as 17401. Keep its zeros.";

test.each([
  [{ code: "1109" }, [CODE]],
  [{ code: "011090" }, [CODE]],
  [{ code: "0110a" }, [CODE]],
  [{ code: "17X01" }, []],
  [{ code: "01109-00000" }, ["code: Use at most 10 characters."]],
  [{ name: " " }, ["name: Enter the name."]],
  [{ kind: "school" }, ["kind: Choose what kind of organization it is."]],
])("an organization with %j", (changes, errors) => {
  expect(errorsOf(organisationForm, { ...ORGANISATION, ...changes })).toEqual(errors);
});

test.each([
  ["yes", true],
  ["no", false],
])("T8 an organization is in the cooperative: %s", (member, joined) => {
  expect(cooperativeForm.parse({ organisationId: "renton", member }).member).toBe(joined);
});
