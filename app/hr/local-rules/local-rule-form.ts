import { z } from "zod";
import { plainDate } from "~/platform/http/form-fields";
import { versionFields } from "~/platform/http/version-fields";
import { isPlainDate } from "~/platform/time/plain-date";
import { CRITERIA, type DatedRule } from "./local-rule";

const MOST_HOURS = 2_000;

/** Hours with at most two decimals, as whole minutes; null where they are left empty. */
const hours = z
  .string()
  .trim()
  .regex(/^\d{1,4}(\.\d{1,2})?$/, "Enter hours, such as 3 or 7.5.")
  .refine((text) => !(Number(text) > MOST_HOURS), `Use at most ${MOST_HOURS} hours.`)
  .optional()
  .transform((text) => (text === undefined ? null : Math.round(Number(text) * 60)));

const openDate = plainDate("Enter a date that exists.")
  .optional()
  .transform((date) => date ?? null);

const criteria = z.preprocess(
  (value: unknown): unknown => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.enum(CRITERIA)).min(1, "Tick at least one criterion."),
);

const tick = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

const fields = {
  fromDate: plainDate("Enter the first day on which it holds."),
  cutoff: z
    .string({ error: "Enter the cut-off as month and day, such as 09-30." })
    .trim()
    // A day that every year has.
    .refine(
      (day) => /^\d\d-\d\d$/.test(day) && isPlainDate(`2027-${day}`),
      "Enter the cut-off as month and day, such as 09-30.",
    ),
  acceptedFrom: openDate,
  acceptedTo: openDate,
  leastPerCourse: hours,
  leastPerYear: hours,
  mostPerYear: hours,
  criteria,
  afterDegree: tick,
  onceOnly: tick,
};

interface Typed {
  acceptedFrom: string | null;
  acceptedTo: string | null;
  leastPerYear: number | null;
  mostPerYear: number | null;
}

/** What the fields of a rule say together that cannot be. */
export function faultOfRule(rule: Typed): { field: string; words: string } | null {
  if (rule.acceptedFrom !== null && rule.acceptedTo !== null && rule.acceptedFrom > rule.acceptedTo)
    return { field: "acceptedTo", words: "The first accepted day must not be after the last." };
  return rule.mostPerYear !== null && rule.mostPerYear < (rule.leastPerYear ?? 0)
    ? { field: "mostPerYear", words: "At most must not be less than at least." }
    : null;
}

const checked = (rule: Typed, ctx: z.RefinementCtx) => {
  const fault = faultOfRule(rule);
  if (fault) ctx.addIssue({ code: "custom", message: fault.words, path: [fault.field] });
};

/** A rule that HR adds for one of their organizations. */
export const newLocalRuleForm = z.object({ organisationId: z.string().min(1), ...fields }).superRefine(checked);

/** HR changes a rule, or deletes it. */
export const localRulePageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), ...fields, ...versionFields }).superRefine(checked),
  z.object({ intent: z.literal("delete") }),
]);

export type LocalRuleInput = Omit<z.output<typeof newLocalRuleForm>, "organisationId">;

/** A rule as its form shows it: hours as people write them. */
export interface LocalRuleDraft {
  fromDate: string;
  cutoff: string;
  acceptedFrom: string;
  acceptedTo: string;
  leastPerCourse: string;
  leastPerYear: string;
  mostPerYear: string;
  criteria: string[];
  afterDegree: string;
  onceOnly: string;
}

const hoursOf = (minutes: number | null): string => (minutes ? String(Math.round((minutes / 60) * 100) / 100) : "");

/** What the form of a rule shows of it. */
export function toRuleDraft({ fromDate, cutoff, rule }: DatedRule): LocalRuleDraft {
  return {
    fromDate,
    cutoff,
    acceptedFrom: rule.acceptedFrom ?? "",
    acceptedTo: rule.acceptedTo ?? "",
    leastPerCourse: hoursOf(rule.leastPerCourse),
    leastPerYear: hoursOf(rule.leastPerYear),
    mostPerYear: rule.mostPerYear === 0 ? "0" : hoursOf(rule.mostPerYear),
    criteria: rule.criteria,
    afterDegree: rule.afterDegree ? "on" : "",
    onceOnly: rule.onceOnly ? "on" : "",
  };
}

/** The row that a form means. */
export function toDatedRule({ fromDate, cutoff, leastPerCourse, leastPerYear, ...rest }: LocalRuleInput): DatedRule {
  const { acceptedFrom, acceptedTo, mostPerYear, criteria: accepted, afterDegree, onceOnly } = rest;
  const least = { leastPerCourse: leastPerCourse ?? 0, leastPerYear: leastPerYear ?? 0 };
  return {
    fromDate,
    cutoff,
    rule: { acceptedFrom, acceptedTo, ...least, mostPerYear, criteria: accepted, afterDegree, onceOnly },
  };
}
