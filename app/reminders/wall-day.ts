import { addDays, dateOf, toInstant } from "~/platform/time/time-zone";

/**
 * The instant of a wall time `HH:MM`, so many days from the day that holds an instant in a zone; negative days lie before.
 * Eight o'clock stays eight o'clock across a clock change (H5).
 */
export function wallDay(instant: number, days: number, time: string, timeZone: string): number {
  return toInstant(`${addDays(dateOf(instant, timeZone), days)}T${time}`, timeZone);
}
