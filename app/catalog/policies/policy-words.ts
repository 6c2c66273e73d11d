import type { ProviderPolicy, RefundTier } from "~/catalog/providers/provider-policy";
import type { ChangeWords } from "~/people/history/change-words";
import { formatMoney, formatPlainDate, plural } from "~/platform/format";

const yesNo = (value: unknown) => (value ? "yes" : "no");
const counted = (noun: string) => (value: unknown) => plural(Number(value ?? 0), noun);
const dollars = (value: unknown) => formatMoney(Number(value));

interface Named {
  key: keyof ProviderPolicy;
  label: string;
  /** The value in words; an absent one means what it meant before there was such a rule. */
  words: (value: unknown) => string;
}

/** Everything that a policy says, by subject: how pages call it, and its values in words. */
export const POLICY_GROUPS: readonly { title: string; rules: readonly Named[] }[] = [
  {
    title: "Hours",
    rules: [
      { key: "name", label: "Name of the rules", words: String },
      { key: "breaksCount", label: "Breaks count", words: yesNo },
      { key: "incrementMinutes", label: "Rounded down to", words: counted("minute") },
      { key: "minimumMinutes", label: "Least for an offering", words: counted("minute") },
    ],
  },
  {
    title: "Approval",
    rules: [
      { key: "leadWorkingDays", label: "Full working days before the first session", words: counted("working day") },
    ],
  },
  {
    title: "Registration",
    rules: [
      { key: "offerHours", label: "An offered seat is held for", words: counted("hour") },
      { key: "offerInOfficeHours", label: "Counted in office hours only", words: yesNo },
      { key: "cancelDays", label: "People cancel by themselves until", words: daysBefore },
      { key: "refundTiers", label: "Refund of the price", words: (value) => refundInWords(value as RefundTier[]) },
      { key: "lateRegistrationDays", label: "Staff still register people", words: daysAfter },
    ],
  },
  {
    title: "Claims",
    rules: [
      {
        key: "claimDays",
        label: "Hours can be claimed until",
        words: (value) => (isNone(value) ? "no deadline" : `${plural(Number(value), "day")} after the end`),
      },
      { key: "evaluationGates", label: "The evaluation comes before posting", words: yesNo },
      { key: "paymentGates", label: "The fee comes before posting", words: yesNo },
    ],
  },
  {
    title: "Fees",
    rules: [
      { key: "feeBaseCents", label: "Base", words: dollars },
      { key: "feePerHourCents", label: "For each hour", words: dollars },
      { key: "feeMinimumCents", label: "At least", words: dollars },
      { key: "latePercent", label: "More when paid late", words: (value) => `${Number(value)}%` },
      { key: "lateAfterDays", label: "Late after", words: counted("day") },
      { key: "cooperativeWaives", label: "Members of the cooperative owe nothing", words: yesNo },
    ],
  },
];

const RULES = POLICY_GROUPS.flatMap(({ rules }) => rules);

const isNone = (value: unknown) => value === undefined || value === null;

function daysBefore(value: unknown): string {
  return value === 0 ? "the start" : `${plural(Number(value), "day")} before the start`;
}

function daysAfter(value: unknown): string {
  return isNone(value) || value === 0 ? "until the end" : `until ${plural(Number(value), "day")} after the end`;
}

/** What comes back to whom cancels, in words: "100% until 14 days before the start, 50% until 7 days before the start". */
export function refundInWords(tiers: readonly RefundTier[] | null | undefined): string {
  if (!tiers?.length) return "nothing is promised";
  return tiers.map((tier) => `${tier.percent}% until ${daysBefore(tier.daysBefore)}`).join(", ");
}

/** What one policy says otherwise than another. */
export function policyDifferences(before: ProviderPolicy, after: ProviderPolicy) {
  return RULES.map(({ key, label, words }) => ({ label, before: words(before[key]), after: words(after[key]) })).filter(
    (each) => each.before !== each.after,
  );
}

/** How the history of a provider's policies reads. */
export const POLICY_WORDS: ChangeWords = {
  actions: new Map([
    ["policy.added", "Added a policy"],
    ["policy.changed", "Changed a policy to come"],
    ["policy.deleted", "Deleted a policy"],
  ]),
  fields: new Map([["fromDate", "first day"], ...RULES.map(({ key, label }) => [key, lowerFirst(label)] as const)]),
  value: (field, value) => {
    if (field === "fromDate") return formatPlainDate(String(value));
    return RULES.find(({ key }) => key === field)?.words(value) ?? null;
  },
};

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
