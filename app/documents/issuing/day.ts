import { formatPlainDate } from "~/platform/format";

/** A calendar day as documents write it, without its weekday: "2027-03-09" → "Mar 9, 2027". */
export function dayOf(isoDate: string): string {
  return formatPlainDate(isoDate).replace(/^[A-Za-z]+, /, "");
}
