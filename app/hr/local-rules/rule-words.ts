import { formatHours, formatPlainDate } from "~/platform/format";
import type { DatedRule } from "./local-rule";

/** What a rule says, in short lines. */
export function ruleInWords({ cutoff, rule }: DatedRule): string[] {
  const { acceptedFrom, acceptedTo, leastPerCourse, leastPerYear, mostPerYear, criteria } = rule;
  const lines: [boolean, string][] = [
    [true, `Cut-off ${cutoffInWords(cutoff)}`],
    [acceptedFrom !== null, `Completed on or after ${acceptedFrom ? formatPlainDate(acceptedFrom) : ""}`],
    [acceptedTo !== null, `Completed on or before ${acceptedTo ? formatPlainDate(acceptedTo) : ""}`],
    [leastPerCourse > 0, `At least ${formatHours(leastPerCourse)} hours for a course`],
    [leastPerYear > 0, `At least ${formatHours(leastPerYear)} hours in a salary year`],
    [mostPerYear !== null, `At most ${formatHours(mostPerYear ?? 0)} hours in a salary year`],
    [true, `Criteria ${criteria.join(", ")}`],
    [rule.afterDegree, "Only after the degree"],
    [rule.onceOnly, "Once only"],
  ];
  return lines.flatMap(([holds, words]) => (holds ? [words] : []));
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August"].concat([
  "September",
  "October",
  "November",
  "December",
]);

/** "September 30" */
export const cutoffInWords = (cutoff: string): string =>
  `${MONTHS[Number(cutoff.slice(0, 2)) - 1]} ${Number(cutoff.slice(3))}`;
