import { addDays, addYears } from "~/platform/time/time-zone";

/** A year of a cycle; plain dates, both included. */
export interface CycleYear {
  from: string;
  to: string;
  /** Whether today lies in it. */
  isNow: boolean;
  minutes: number;
  /** What fell into it, by its id. */
  ids: string[];
}

/** More would be a mistyped date. */
const MOST_YEARS = 12;

/**
 * The years of a cycle from the day of issue on, each with what was completed in it. The last one ends with the cycle.
 */
export function cycleYears(
  window: { from: string; to: string },
  completed: readonly { id: string; completedOn: string; minutes: number }[],
  today: string,
): CycleYear[] {
  const years: CycleYear[] = [];
  for (let index = 0; index < MOST_YEARS; index++) {
    const from = addYears(window.from, index);
    if (from > window.to) break;
    const last = addDays(addYears(window.from, index + 1), -1);
    const to = last < window.to ? last : window.to;
    const within = completed.filter(({ completedOn }) => from <= completedOn && completedOn <= to);
    years.push({
      from,
      to,
      isNow: from <= today && today <= to,
      minutes: within.reduce((sum, { minutes }) => sum + minutes, 0),
      ids: within.map(({ id }) => id),
    });
  }
  return years;
}
