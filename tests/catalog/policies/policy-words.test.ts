import { expect, test } from "vitest";
import { PSESD_POLICY } from "#seed/reference";
import { POLICY_GROUPS, policyDifferences, POLICY_WORDS, refundInWords } from "~/catalog/policies/policy-words";
import { wordsOfChange } from "~/people/history/change-words";

test("every value of a policy has words", () => {
  const whole = { ...PSESD_POLICY, offerInOfficeHours: false, refundTiers: [], lateRegistrationDays: 0, claimDays: 1 };
  const named = POLICY_GROUPS.flatMap(({ rules }) => rules.map(({ key }) => key));
  expect(named.sort()).toEqual(Object.keys(whole).sort());
});

test("what differs is told side by side; a rule that is not there means what it meant before", () => {
  expect(policyDifferences(PSESD_POLICY, { ...PSESD_POLICY, lateRegistrationDays: 0, refundTiers: [] })).toEqual([]);
  const after = { ...PSESD_POLICY, claimDays: 30, feePerHourCents: 350, cancelDays: 0, breaksCount: true };
  expect(policyDifferences(PSESD_POLICY, after)).toEqual([
    { label: "Breaks count", before: "no", after: "yes" },
    { label: "People cancel by themselves until", before: "7 days before the start", after: "the start" },
    { label: "Hours can be claimed until", before: "no deadline", after: "30 days after the end" },
    { label: "For each hour", before: "$3.00", after: "$3.50" },
  ]);
});

test("R4 tiers of refunds read in their order", () => {
  expect(refundInWords(undefined)).toBe("nothing is promised");
  expect(
    refundInWords([
      { daysBefore: 14, percent: 100 },
      { daysBefore: 0, percent: 50 },
    ]),
  ).toBe("100% until 14 days before the start, 50% until the start");
});

test("the history tells old and new values", () => {
  const changes = {
    fromDate: [null, "2027-01-01"],
    latePercent: [0, 20],
    claimDays: [null, 30],
  } as Record<string, [unknown, unknown]>;
  expect(wordsOfChange(POLICY_WORDS, "policy.added", changes)).toBe(
    "Added a policy: first day Fri, Jan 1, 2027; more when paid late from 0% to 20%; hours can be claimed until 30 days after the end",
  );
});
