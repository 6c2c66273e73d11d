import { formatHours } from "~/platform/format";

/**
 * Whether hours that somebody enters by hand are whole steps of the provider's policy (H2). What attendance earned, or the
 * sessions hold, always is; it may be entered as it stands.
 * @param standing minutes that may be entered though they are between two steps
 */
export function fitsIncrement(minutes: number, { incrementMinutes }: { incrementMinutes: number }, standing?: number) {
  return minutes % incrementMinutes === 0 || minutes === standing;
}

/** The steps below and above some minutes, as figures for a refusal: "Enter 3.5 or 4". */
export function stepsAround(minutes: number, { incrementMinutes }: { incrementMinutes: number }) {
  const lower = minutes - (minutes % incrementMinutes);
  return { lower: formatHours(lower), upper: formatHours(lower + incrementMinutes) };
}
