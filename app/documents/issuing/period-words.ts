import { dayOf, formatHours, formatQuarterCredits } from "~/platform/format";
import type { CertificateParameters } from "./document-parameters";
import { DESIGNATIONS, type Designation } from "~/catalog/courses/designation";
import type { TranscriptParameters } from "./transcript-parameters";

/** The period in words; null and two open ends are all clock hours. */
export function describePeriod(period: TranscriptParameters["period"]): string {
  if (period?.from && period.to) return `Completed ${dayOf(period.from)} to ${dayOf(period.to)}`;
  if (period?.from) return `Completed on or after ${dayOf(period.from)}`;
  if (period?.to) return `Completed on or before ${dayOf(period.to)}`;
  return "All clock hours on record";
}

/** The same, as short as a list needs it. */
export function describePeriodShortly(period: TranscriptParameters["period"]): string {
  if (period?.from && period.to) return `${dayOf(period.from)} to ${dayOf(period.to)}`;
  if (period?.from) return `From ${dayOf(period.from)}`;
  if (period?.to) return `Up to ${dayOf(period.to)}`;
  return "All clock hours";
}

/** The days whose hours count to a renewal. */
export const describeWindow = ({ from, to }: { from: string; to: string }): string => `${dayOf(from)} to ${dayOf(to)}`;

/** A designation in words with its code: "EQUITY (Equity)"; only the code where the two say the same. */
export function describeDesignation(code: string): string {
  const words = DESIGNATIONS[code as Designation];
  return words && words !== code ? `${code} (${words})` : code;
}

/** What a certificate certifies, in one sentence. Quarter credits are cut, never rounded up (H8). */
export function certificateSentence({ educator, lines: [line], approvedMinutes }: CertificateParameters): string {
  const { minutes, courseTitle, completedOn, startedOn } = line;
  const when =
    startedOn === completedOn ? `on ${dayOf(completedOn)}` : `from ${dayOf(startedOn)} to ${dayOf(completedOn)}`;
  return (
    `This certifies that ${educator.legalName} attended “${courseTitle}” ${when} and earned ` +
    `${formatHours(minutes)} of ${formatHours(approvedMinutes)} approved clock hours ` +
    `(${formatQuarterCredits(minutes)} quarter credits).`
  );
}
