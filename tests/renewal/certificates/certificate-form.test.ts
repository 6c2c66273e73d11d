import { expect, test } from "vitest";
import { certificateForm, certificatePageForm, qualificationForm } from "~/renewal/certificates/certificate-form";
import { errorsOf } from "../../support/form";

const PAPER = { intent: "save-certificate", kind: "teacher", issuedOn: "2023-07-01", expiresOn: "2028-06-30" };

test.each([
  [{}, []],
  [{ kind: "pilot" }, ["kind: Choose what the paper says."]],
  [{ issuedOn: "2023-02-30" }, ["issuedOn: Enter the day of issue."]],
  [{ expiresOn: "" }, ["expiresOn: Enter the last day that the paper shows."]],
  [{ expiresOn: "2028-06-31" }, ["expiresOn: Enter a date."]],
  [{ expiresOn: "2023-07-01" }, ["expiresOn: The last day is not after the day of issue. Look at both again."]],
  [{ expiresOn: "2022-06-30" }, ["expiresOn: The last day is not after the day of issue. Look at both again."]],
])("a certificate with %j", (changes, errors) => {
  expect(errorsOf(certificateForm, { ...PAPER, ...changes })).toEqual(errors);
  expect(errorsOf(certificatePageForm, { ...PAPER, ...changes })).toEqual(errors);
});

test.each([
  ["para-general", "2028-06-30", null],
  ["para-ell", "", "2028-07-01"],
  ["para-advanced", "2040-01-01", "2028-07-01"],
])("N5 the last day of %s follows from the day of issue, whatever was typed", (kind, typed, expiresOn) => {
  expect(certificateForm.parse({ ...PAPER, kind, expiresOn: typed })).toMatchObject({ kind, expiresOn });
});

const BOARD = {
  intent: "save-qualifications",
  endorsements: ["Biology"],
  boardFrom: "2024-11-01",
  boardTo: "2029-10-31",
};

test.each([
  [{}, []],
  [{ endorsements: [], boardFrom: "", boardTo: "" }, []],
  [
    { endorsements: ["Biology", "Alchemy"] },
    ["endorsements: Choose from the list: one of these is no endorsement of Washington."],
  ],
  [{ boardTo: "" }, ["boardTo: Enter the last day, too."]],
  [{ boardFrom: "" }, ["boardFrom: Enter the first day, too."]],
  [{ boardTo: "2024-11-01" }, ["boardTo: The last day is not after the first. Look at both again."]],
  [{ boardTo: "2029-02-29" }, ["boardTo: Enter a date."]],
])("endorsements and National Board with %j", (changes, errors) => {
  expect(errorsOf(qualificationForm, { ...BOARD, ...changes })).toEqual(errors);
});
