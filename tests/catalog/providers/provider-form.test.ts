import { expect, test } from "vitest";
import { providerPageForm } from "~/catalog/providers/provider-form";
import { errorsOf } from "../../support/form";

const POLICY = { intent: "set-policy", fromDate: "2027-01-01", offerHours: "24", cancelDays: "7" };

test("R1, R4 a policy has whole hours for an offer and whole days to cancel", () => {
  expect(providerPageForm.parse(POLICY)).toEqual({ ...POLICY, offerHours: 24, cancelDays: 7 });
  expect(errorsOf(providerPageForm, { ...POLICY, offerHours: "240", cancelDays: "0" })).toEqual([]);
});

test.each([
  [{ fromDate: "2027-02-29" }, "fromDate: Enter a date."],
  [{ fromDate: undefined }, "fromDate: Enter a date."],
  [{ offerHours: undefined }, "offerHours: Enter a number of hours."],
  [{ offerHours: "soon" }, "offerHours: Enter a number of hours."],
  [{ offerHours: "1.5" }, "offerHours: Use a whole number."],
  [{ offerHours: "0" }, "offerHours: Use at least 1."],
  [{ offerHours: "241" }, "offerHours: Use at most 240."],
  [{ cancelDays: "-1" }, "cancelDays: Use at least 0."],
  [{ cancelDays: "61" }, "cancelDays: Use at most 60."],
])("a policy with %j is refused", (changes, error) => {
  expect(errorsOf(providerPageForm, { ...POLICY, ...changes })).toEqual([error]);
});

test.each([
  [{ date: "2027-07-05", name: " Independence Day " }, []],
  [{ date: "2027-02-30", name: "x" }, ["date: Enter a date."]],
  [{ date: "2027-07-05", name: "  " }, ["name: Name the day."]],
  [{ date: "2027-07-05", name: "x".repeat(81) }, ["name: Use at most 80 characters."]],
])("a holiday, %j", (values, errors) => {
  expect(errorsOf(providerPageForm, { intent: "add-holiday", ...values })).toEqual(errors);
});
