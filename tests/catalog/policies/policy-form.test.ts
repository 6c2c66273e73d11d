import { expect, test } from "vitest";
import { PSESD_POLICY } from "#seed/reference";
import { formOfPolicy, policyForm, policyOfForm, policyPageForm } from "~/catalog/policies/policy-form";
import { errorsOf } from "../../support/form";

/** As a browser sends it: nothing for what is empty or not ticked. */
const sent = (values: object) =>
  Object.fromEntries(Object.entries({ fromDate: "2027-01-01", ...values }).filter(([, value]) => value !== ""));

const VALUES = sent(formOfPolicy(PSESD_POLICY));

test("a policy comes back from its form as it was", () => {
  const whole = {
    ...PSESD_POLICY,
    offerInOfficeHours: true,
    refundTiers: [
      { daysBefore: 14, percent: 100 },
      { daysBefore: 7, percent: 50 },
    ],
    lateRegistrationDays: 14,
    claimDays: 60,
    feeMinimumCents: 123_456,
  };
  expect(policyOfForm(policyForm.parse(sent(formOfPolicy(whole))))).toEqual(whole);
  expect(policyOfForm(policyForm.parse(VALUES))).toEqual({
    ...PSESD_POLICY,
    offerInOfficeHours: false,
    lateRegistrationDays: 0,
  });
});

test.each([
  [{ fromDate: "2027-02-29" }, "fromDate: Enter the first day."],
  [{ offerHours: undefined }, "offerHours: Enter a number of hours."],
  [{ offerHours: "1.5" }, "offerHours: Use a whole number."],
  [{ offerHours: "0" }, "offerHours: Use at least 1."],
  [{ offerHours: "241" }, "offerHours: Use at most 240."],
  [{ cancelDays: "-1" }, "cancelDays: Use at least 0."],
  [{ cancelDays: "61" }, "cancelDays: Use at most 60."],
  [{ claimDays: "0" }, "claimDays: Use at least 1."],
  [{ feePerHour: "much" }, "feePerHour: Enter an amount like 15.00."],
  [{ latePercent: "101" }, "latePercent: Use at most 100."],
  [{ refundDays1: "14" }, "refundDays1: Enter both the days and the percentage, or neither."],
  [{ refundPercent2: "14" }, "refundDays2: Enter both the days and the percentage, or neither."],
  [
    { refundDays1: "6", refundPercent1: "100" },
    "refundDays1: People cannot cancel by themselves so late. Use more days.",
  ],
  [
    { refundDays1: "8", refundPercent1: "100", refundDays3: "8", refundPercent3: "50" },
    "refundDays3: Use fewer days than in the line before.",
  ],
  [
    { refundDays1: "9", refundPercent1: "50", refundDays2: "8", refundPercent2: "50" },
    "refundDays2: Give less back than in the line before.",
  ],
])("a policy with %j is refused", (changes, error) => {
  expect(errorsOf(policyForm, { ...VALUES, ...changes })).toEqual([error]);
  expect(errorsOf(policyPageForm, { ...VALUES, intent: "save-policy", ...changes })).toEqual([error]);
});
