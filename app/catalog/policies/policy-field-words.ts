import type { PolicyFieldName } from "./policy-form";

/** What the fields are called that a collision names. */
export const POLICY_FIELD_LABELS: Record<PolicyFieldName, string> = {
  name: "Name of the rules",
  incrementMinutes: "Rounded down to",
  minimumMinutes: "Least for an offering",
  leadWorkingDays: "Approval before the first session",
  breaksCount: "Breaks count as clock hours",
  offerHours: "Time to accept a seat",
  cancelDays: "Cancel by oneself until",
  lateRegistrationDays: "Staff still register people",
  offerInOfficeHours: "Count office hours only",
  claimDays: "Hours can be claimed until",
  evaluationGates: "Hours are posted after the evaluation only",
  paymentGates: "Hours are posted once the fee is settled only",
  feeBase: "Base in dollars",
  feePerHour: "Dollars per hour",
  feeMinimum: "At least, in dollars",
  latePercent: "More when paid late",
  lateAfterDays: "Late after",
  cooperativeWaives: "Members of the cooperative owe nothing",
  fromDate: "First day",
  refundDays1: "Money back 1: days before",
  refundPercent1: "Money back 1: percent",
  refundDays2: "Money back 2: days before",
  refundPercent2: "Money back 2: percent",
  refundDays3: "Money back 3: days before",
  refundPercent3: "Money back 3: percent",
};
const TICK = new Map<unknown, string>([
  ["on", "yes"],
  ["", "no"],
]);
/** What is ticked, in words, by field. */
export const POLICY_FIELD_OPTIONS = {
  breaksCount: TICK,
  offerInOfficeHours: TICK,
  evaluationGates: TICK,
  paymentGates: TICK,
  cooperativeWaives: TICK,
};
