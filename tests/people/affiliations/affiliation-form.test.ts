import { NO_ORGANISATION } from "~/people/affiliations/affiliation-draft";
import { expect, test } from "vitest";
import {
  affiliationForm,
  askedWorkplace,
  endAffiliationForm,
  requiredWorkplace,
} from "~/people/affiliations/affiliation-form";
import { errorsOf } from "../../support/form";

const AFFILIATION = { intent: "affiliation", organisationId: "renton", roleKind: "teacher", fromDate: "2026-09-01" };

test.each([
  [{}, []],
  [{ toDate: "2026-09-01" }, []],
  [{ toDate: "2026-08-31" }, ["toDate: The last day is before the first."]],
  [{ toDate: "2026-09-31" }, ["toDate: Enter a date."]],
  [{ fromDate: undefined }, ["fromDate: Enter the first day there."]],
  [{ organisationId: "" }, ["organisationId: Choose an organization."]],
  [{ roleKind: "pupil" }, ["roleKind: Choose what is done there."]],
])("S1 a workplace with %j", (changes, errors) => {
  expect(errorsOf(affiliationForm, { ...AFFILIATION, ...changes })).toEqual(errors);
});

test("S1 a workplace without a last day lasts", () => {
  expect(affiliationForm.parse(AFFILIATION)).toMatchObject({ toDate: null, title: null, employeeId: null });
});

test("a workplace ends on a day that exists", () => {
  const ending = { intent: "end-affiliation", affiliationId: "0190" };
  expect(errorsOf(endAffiliationForm, { ...ending, toDate: "2026-06-31" })).toEqual(["toDate: Enter the last day."]);
});

test("S1 whoever works for none of the organizations says so, and nothing more", () => {
  expect(requiredWorkplace.parse({ organisationId: NO_ORGANISATION, fromDate: "2026-09-01" })).toBeNull();
  expect(errorsOf(requiredWorkplace, undefined)).toEqual([
    "organisationId: Say where you work, or choose “None of these”.",
  ]);
});

test("S1 no day is guessed: an organization needs the role and the first day", () => {
  expect(errorsOf(askedWorkplace, { organisationId: "renton" })).toEqual([
    "roleKind: Choose what you do there.",
    "fromDate: Enter your first day there.",
  ]);
  const answer = { organisationId: "renton", roleKind: "teacher", fromDate: "2026-09-01", building: " Hilltop " };
  expect(errorsOf(askedWorkplace, { ...answer, toDate: "2026-08-31" })).toEqual([
    "toDate: The last day is before the first.",
  ]);
  expect(askedWorkplace.parse(answer)).toEqual({
    organisationId: "renton",
    roleKind: "teacher",
    title: null,
    employeeId: null,
    building: "Hilltop",
    fromDate: "2026-09-01",
    toDate: null,
  });
});
