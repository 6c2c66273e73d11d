import { expect, test } from "vitest";
import { PSESD_POLICY } from "#seed/reference";
import { feeCents } from "~/billing/fees/fee";

const PSESD = PSESD_POLICY;
const ESD_113 = {
  ...PSESD_POLICY,
  feeBaseCents: 500,
  feePerHourCents: 300,
  feeMinimumCents: 0,
  latePercent: 20,
  lateAfterDays: 90,
  cooperativeWaives: false,
};

test.each([
  ["PSESD 1 h", PSESD, 60, 0, 1500],
  ["PSESD 5 h", PSESD, 300, 0, 1500],
  ["PSESD 5.5 h", PSESD, 330, 0, 1650],
  ["PSESD 7 h", PSESD, 420, 0, 2100],
  ["PSESD 20 h", PSESD, 1200, 0, 6000],
  ["ESD 113 3 h", ESD_113, 180, 90, 1400],
  ["ESD 113 3 h paid after 91 days", ESD_113, 180, 91, 1680],
] as const)("T8 %s", (_name, policy, minutes, daysSinceCompletion, expected) => {
  expect(feeCents(policy, { minutes, cooperativeMember: false, daysSinceCompletion })).toBe(expected);
});

test("T8 a member of a cooperative owes nothing where the provider waives", () => {
  const input = { minutes: 420, cooperativeMember: true, daysSinceCompletion: 0 };
  expect(feeCents(PSESD, input)).toBe(0);
  expect(feeCents(ESD_113, input)).toBe(2600);
});
