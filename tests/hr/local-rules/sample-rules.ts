import { CRITERIA, type DatedRule, type LocalRule } from "~/hr/local-rules/local-rule";

export const NO_LIMITS: LocalRule = {
  acceptedFrom: null,
  acceptedTo: null,
  leastPerCourse: 0,
  leastPerYear: 0,
  mostPerYear: null,
  criteria: [...CRITERIA],
  afterDegree: false,
  onceOnly: false,
};

/** A rule that holds from the beginning unless said otherwise. */
export const ruled = (rule: Partial<LocalRule>, dated: Partial<Omit<DatedRule, "rule">> = {}): DatedRule => ({
  fromDate: "2020-01-01",
  cutoff: "09-30",
  ...dated,
  rule: { ...NO_LIMITS, ...rule },
});
