/** Whoever cancels at least so many days before the start gets so much of the price back. */
export interface RefundTier {
  daysBefore: number;
  percent: number;
}

/**
 * The rules of one provider, in force from a date until the next row (H2, R1, R4, T3, T8). An offering uses the policy
 * in force on the day of its first session and keeps a copy of it once approved.
 */
export interface ProviderPolicy {
  name: string;
  /** H2 */
  breaksCount: boolean;
  incrementMinutes: number;
  minimumMinutes: number;
  /** A2: full working days before the first session. */
  leadWorkingDays: number;
  /** R1: how long a person from the waitlist may take to accept. */
  offerHours: number;
  /** R1: whether only office hours count (Monday to Friday, 8 to 18, without the provider's holidays). Absent: all do. */
  offerInOfficeHours?: boolean;
  /** R4: days before the start until which a person may cancel by themselves. */
  cancelDays: number;
  /** R4: what of the price comes back to whom cancels so many days before, most days first. Absent: nothing is promised. */
  refundTiers?: RefundTier[];
  /** Days after its end for which staff may still register people. Absent: none. */
  lateRegistrationDays?: number;
  /** T3: days after the end until which hours can be claimed. Absent: there is no deadline. */
  claimDays?: number;
  /** T3: which of the two gate posting. */
  evaluationGates: boolean;
  paymentGates: boolean;
  /** T8, in cents: fee = max(minimum, base + perHour × hours). */
  feeBaseCents: number;
  feePerHourCents: number;
  feeMinimumCents: number;
  /** T8: percent added when paid more than this many days after completion; 0 for none. */
  latePercent: number;
  lateAfterDays: number;
  /** T8: members of the cooperative owe nothing. */
  cooperativeWaives: boolean;
}
