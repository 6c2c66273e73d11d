import type { ProviderPolicy } from "~/catalog/providers/provider-policy";

/** What a fee depends on besides the provider's policy. Dates are `YYYY-MM-DD`. */
export interface FeeInput {
  minutes: number;
  /** Member of the cooperative on the day of completion. */
  cooperativeMember: boolean;
  /** Whole days from completion to payment. */
  daysSinceCompletion: number;
}

/**
 * The fee for one person and offering in whole cents (T8): the base plus the price of the hours, at least the minimum;
 * more when it is paid late; nothing for members of a cooperative whose fees the provider waives. Half a cent rounds up.
 */
export function feeCents(policy: ProviderPolicy, input: FeeInput): number {
  if (input.cooperativeMember && policy.cooperativeWaives) return 0;
  const hours = roundedDivision(policy.feePerHourCents * input.minutes, 60);
  const fee = Math.max(policy.feeMinimumCents, policy.feeBaseCents + hours);
  const late = policy.latePercent > 0 && input.daysSinceCompletion > policy.lateAfterDays;
  return late ? fee + roundedDivision(fee * policy.latePercent, 100) : fee;
}

/** Integer division, halves up; both numbers at least 0. */
function roundedDivision(dividend: number, divisor: number): number {
  return Math.floor((2 * dividend + divisor) / (2 * divisor));
}
