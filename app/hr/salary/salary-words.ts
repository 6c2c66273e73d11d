import { formatPlainDate, plural } from "~/platform/format";
import { CRITERION_WORDS, type Criterion } from "~/hr/local-rules/local-rule";
import { SALARY_VERDICT_WORDS, type SalaryVerdict } from "./salary-verdict";

/** How far off a cut-off is: "12 days until Wed, Sep 30, 2026". */
export function countdownInWords(cutoffOn: string, daysLeft: number): string {
  const day = formatPlainDate(cutoffOn);
  if (daysLeft < 0) return `The cut-off was ${day}`;
  return daysLeft === 0 ? `The cut-off is today, ${day}` : `${plural(daysLeft, "day")} until the cut-off, ${day}`;
}

/** "Accepted, criterion b", "Not accepted: paid for by the district". */
export function verdictInWords(review: {
  verdict: SalaryVerdict;
  criterion: Criterion | null;
  reason: string | null;
}): string {
  const { verdict, criterion, reason } = review;
  const said = `${SALARY_VERDICT_WORDS[verdict]}${criterion ? `, criterion ${criterion}` : ""}`;
  return reason ? `${said}: ${reason}` : said;
}

/** "b. The present assignment, or one that is expected" */
export const criterionInWords = (criterion: Criterion): string => `${criterion}. ${CRITERION_WORDS[criterion]}`;
