import { expect, test } from "vitest";
import { degreeForm } from "~/hr/local-rules/degree-form";
import { errorsOf } from "../../support/form";

const FORM = { intent: "degree", organisationId: "highline" };

test.each([
  [{ ...FORM, degreeOn: "2026-06-15" }, []],
  [FORM, []],
  [{ ...FORM, degreeOn: "2026-06-31" }, ["degreeOn: Enter a date that exists."]],
])("a degree of %j", (values, errors) => {
  expect(errorsOf(degreeForm, values)).toEqual(errors);
});

test("an empty day takes the day away", () => {
  expect(degreeForm.parse(FORM).degreeOn).toBeNull();
});
