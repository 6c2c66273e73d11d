import { expect, test } from "vitest";
import { faultOfRule, newLocalRuleForm, toDatedRule, toRuleDraft } from "~/hr/local-rules/local-rule-form";
import { errorsOf } from "../../support/form";
import { ruled } from "./sample-rules";

const FORM = { organisationId: "highline", fromDate: "2026-10-01", cutoff: "09-30", criteria: ["a", "b"] };

test.each([
  [FORM, []],
  [{ ...FORM, cutoff: "9/30" }, ["cutoff: Enter the cut-off as month and day, such as 09-30."]],
  [{ ...FORM, cutoff: "02-29" }, ["cutoff: Enter the cut-off as month and day, such as 09-30."]],
  [{ ...FORM, fromDate: "2027-02-29" }, ["fromDate: Enter the first day on which it holds."]],
  [{ ...FORM, leastPerCourse: "three" }, ["leastPerCourse: Enter hours, such as 3 or 7.5."]],
  [{ ...FORM, mostPerYear: "2001" }, ["mostPerYear: Use at most 2000 hours."]],
  [{ ...FORM, criteria: undefined }, ["criteria: Tick at least one criterion."]],
  [
    { ...FORM, acceptedFrom: "2027-01-02", acceptedTo: "2027-01-01" },
    ["acceptedTo: The first accepted day must not be after the last."],
  ],
  [{ ...FORM, leastPerYear: "10", mostPerYear: "9.5" }, ["mostPerYear: At most must not be less than at least."]],
])("a rule of %j", (values, errors) => {
  expect(errorsOf(newLocalRuleForm, values)).toEqual(errors);
});

test("hours are kept as whole minutes, and shown as they were typed", () => {
  const typed = newLocalRuleForm.parse({ ...FORM, leastPerCourse: "3", mostPerYear: "7.5", afterDegree: "on" });
  const dated = toDatedRule(typed);
  expect(dated).toEqual(
    ruled(
      { leastPerCourse: 180, mostPerYear: 450, criteria: ["a", "b"], afterDegree: true },
      { fromDate: "2026-10-01" },
    ),
  );
  expect(toRuleDraft(dated)).toMatchObject({
    leastPerCourse: "3",
    leastPerYear: "",
    mostPerYear: "7.5",
    afterDegree: "on",
  });
  expect(toRuleDraft(ruled({ mostPerYear: 0 })).mostPerYear).toBe("0");
  expect(faultOfRule(dated.rule)).toBeNull();
});
