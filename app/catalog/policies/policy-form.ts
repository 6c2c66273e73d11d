import { versionFields } from "~/platform/http/version-fields";
import { z } from "zod";
import type { ProviderPolicy, RefundTier } from "~/catalog/providers/provider-policy";
import { parseMoney } from "~/platform/amount";
import { formatMoney } from "~/platform/format";
import { plainDate, requiredText, wholeNumber } from "~/platform/http/form-fields";

const tick = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

const days = (least: number, most: number) => wholeNumber("Enter a number of days.", least, most);
const percent = wholeNumber("Enter a percentage.", 0, 100);

const money = z.string({ error: "Enter an amount like 15.00." }).transform((text, context) => {
  const cents = parseMoney(text);
  if (cents !== null) return cents;
  context.addIssue({ code: "custom", message: "Enter an amount like 15.00." });
  return z.NEVER;
});

/** How many tiers of refunds a policy can have. */
const TIERS = [1, 2, 3] as const;

const fields = z.object({
  fromDate: plainDate("Enter the first day."),
  name: requiredText("Name the rules.", 60),
  breaksCount: tick,
  incrementMinutes: wholeNumber("Enter a number of minutes.", 1, 60),
  minimumMinutes: wholeNumber("Enter a number of minutes.", 0, 600),
  leadWorkingDays: days(0, 60),
  offerHours: wholeNumber("Enter a number of hours.", 1, 240),
  offerInOfficeHours: tick,
  cancelDays: days(0, 60),
  refundDays1: days(0, 365).optional(),
  refundPercent1: percent.optional(),
  refundDays2: days(0, 365).optional(),
  refundPercent2: percent.optional(),
  refundDays3: days(0, 365).optional(),
  refundPercent3: percent.optional(),
  lateRegistrationDays: days(0, 365).default(0),
  claimDays: days(1, 3650).optional(),
  evaluationGates: tick,
  paymentGates: tick,
  feeBase: money,
  feePerHour: money,
  feeMinimum: money,
  latePercent: percent,
  lateAfterDays: days(0, 3650),
  cooperativeWaives: tick,
});

type Fields = z.output<typeof fields>;

/** A new policy with its first day, as administrators enter it. */
export const policyForm = fields.superRefine(checkTiers);

/** Everything that the page of one policy can post. */
export const policyPageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("delete-policy") }),
  fields.extend({ intent: z.literal("save-policy"), ...versionFields }).superRefine(checkTiers),
]);

function checkTiers(input: Fields, context: z.RefinementCtx): void {
  const refuse = (at: number, message: string) =>
    context.addIssue({ code: "custom", path: [`refundDays${at}`], message });
  for (const at of TIERS) {
    const isHalf = (input[`refundDays${at}`] === undefined) !== (input[`refundPercent${at}`] === undefined);
    if (isHalf) refuse(at, "Enter both the days and the percentage, or neither.");
  }
  tiersOf(input).forEach((tier, index, tiers) => {
    const message = wrongTier(tier, tiers[index - 1], input.cancelDays);
    if (message) refuse(tier.at, message);
  });
}

function wrongTier(tier: RefundTier, before: RefundTier | undefined, cancelDays: number): string | null {
  if (tier.daysBefore < cancelDays) return "People cannot cancel by themselves so late. Use more days.";
  if (before && tier.daysBefore >= before.daysBefore) return "Use fewer days than in the line before.";
  return before && tier.percent >= before.percent ? "Give less back than in the line before." : null;
}

function tiersOf(input: Fields): (RefundTier & { at: number })[] {
  return TIERS.flatMap((at) => {
    const [daysBefore, part] = [input[`refundDays${at}`], input[`refundPercent${at}`]];
    return daysBefore === undefined || part === undefined ? [] : [{ daysBefore, percent: part, at }];
  });
}

/** The policy that a filled form means; fees in cents. */
export function policyOfForm(input: Fields): ProviderPolicy {
  const tiers = tiersOf(input).map(({ daysBefore, percent: part }) => ({ daysBefore, percent: part }));
  return {
    name: input.name,
    breaksCount: input.breaksCount,
    incrementMinutes: input.incrementMinutes,
    minimumMinutes: input.minimumMinutes,
    leadWorkingDays: input.leadWorkingDays,
    offerHours: input.offerHours,
    offerInOfficeHours: input.offerInOfficeHours,
    cancelDays: input.cancelDays,
    ...(tiers.length > 0 && { refundTiers: tiers }),
    lateRegistrationDays: input.lateRegistrationDays,
    ...(input.claimDays !== undefined && { claimDays: input.claimDays }),
    evaluationGates: input.evaluationGates,
    paymentGates: input.paymentGates,
    feeBaseCents: input.feeBase,
    feePerHourCents: input.feePerHour,
    feeMinimumCents: input.feeMinimum,
    latePercent: input.latePercent,
    lateAfterDays: input.lateAfterDays,
    cooperativeWaives: input.cooperativeWaives,
  };
}

export type PolicyFieldName = keyof Fields;

const EMPTY_TIERS = {
  ...{ refundDays1: "", refundPercent1: "", refundDays2: "", refundPercent2: "" },
  ...{ refundDays3: "", refundPercent3: "" },
};

/** What the form shows of a policy. */
export function formOfPolicy(policy: ProviderPolicy): Partial<Record<PolicyFieldName, string>> {
  const tick = (value: boolean | undefined) => (value ? "on" : "");
  const money = (cents: number) => formatMoney(cents).replaceAll(/[$,]/g, "");
  const tiers = (policy.refundTiers ?? []).flatMap(({ daysBefore, percent: part }, index) => [
    [`refundDays${index + 1}`, String(daysBefore)],
    [`refundPercent${index + 1}`, String(part)],
  ]);
  return {
    name: policy.name,
    breaksCount: tick(policy.breaksCount),
    incrementMinutes: String(policy.incrementMinutes),
    minimumMinutes: String(policy.minimumMinutes),
    leadWorkingDays: String(policy.leadWorkingDays),
    offerHours: String(policy.offerHours),
    offerInOfficeHours: tick(policy.offerInOfficeHours),
    cancelDays: String(policy.cancelDays),
    ...EMPTY_TIERS,
    ...(Object.fromEntries(tiers) as Partial<Record<PolicyFieldName, string>>),
    lateRegistrationDays: String(policy.lateRegistrationDays ?? 0),
    claimDays: policy.claimDays === undefined ? "" : String(policy.claimDays),
    evaluationGates: tick(policy.evaluationGates),
    paymentGates: tick(policy.paymentGates),
    feeBase: money(policy.feeBaseCents),
    feePerHour: money(policy.feePerHourCents),
    feeMinimum: money(policy.feeMinimumCents),
    latePercent: String(policy.latePercent),
    lateAfterDays: String(policy.lateAfterDays),
    cooperativeWaives: tick(policy.cooperativeWaives),
  };
}
