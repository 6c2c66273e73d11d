import { toZonedDateTime } from "./time-zone";

/** When people are free who teach by day: weekends, and weekdays from four o'clock on. */
export type PartOfWeek = "weekend" | "evening" | "day";

const SATURDAY = 6;
const EVENING_FROM = 16;

/** In which part of the week a session begins, by the clock of its own zone. */
export function partOfWeek(instant: number, timeZone: string): PartOfWeek {
  const { dayOfWeek, hour } = toZonedDateTime(instant, timeZone);
  if (dayOfWeek >= SATURDAY) return "weekend";
  return hour >= EVENING_FROM ? "evening" : "day";
}
