import { expect, test } from "vitest";
import { exportForm } from "~/hr/exports/export-form";
import { errorsOf } from "../../support/form";

const ORGANISATION = { organisationId: "highline" };

test.each([
  [ORGANISATION, []],
  [{ ...ORGANISATION, from: "2026-10-01", to: "2026-10-01" }, []],
  [{ ...ORGANISATION, to: "2028-02-29" }, []],
  [{ ...ORGANISATION, to: "2027-02-29" }, ["to: Enter a date that exists."]],
  [{ ...ORGANISATION, from: "2026-10-02", to: "2026-10-01" }, ["to: The first day must not be after the last day."]],
  [{ from: "2026-10-01" }, ["organisationId: Choose an organization."]],
])("S4 an export of %j", (values, errors) => {
  expect(errorsOf(exportForm, values)).toEqual(errors);
});

test.each([
  [undefined, undefined],
  ["true", true],
  ["false", false],
])("S4 only what is new: %j is %j", (typed, onlyNew) => {
  expect(exportForm.parse({ ...ORGANISATION, onlyNew: typed }).onlyNew).toBe(onlyNew);
});
