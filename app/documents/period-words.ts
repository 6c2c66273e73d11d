import { dayOf } from "./day";
import type { TranscriptParameters } from "./transcript-parameters";

/** The period in words; null and two open ends are all clock hours. */
export function describePeriod(period: TranscriptParameters["period"]): string {
  if (period?.from && period.to) return `Completed ${dayOf(period.from)} to ${dayOf(period.to)}`;
  if (period?.from) return `Completed on or after ${dayOf(period.from)}`;
  if (period?.to) return `Completed on or before ${dayOf(period.to)}`;
  return "All clock hours on record";
}
