import { capitalized, formatHours } from "~/platform/format";
import { nextInWords } from "~/renewal/ladder/ladder-words";
import type { Ladder } from "~/renewal/paraeducator";

/** "19 of 28", in hours. */
export const hoursOf = ({ haveMinutes, needMinutes }: { haveMinutes: number; needMinutes: number }): string =>
  `${formatHours(haveMinutes)} of ${formatHours(needMinutes)}`;

/** The same of what was in person. */
export const inPersonOf = ({ fcs }: Ladder): string =>
  hoursOf({ haveMinutes: fcs.inPersonMinutes, needMinutes: fcs.inPersonNeedMinutes });

/** The same on the way to the general certificate. */
export function generalOf({ steps }: Ladder): string {
  const general = steps.find(({ code }) => code === "GENERAL");
  return general ? hoursOf(general) : "";
}

/** What comes next, under a heading that says so. */
export const nextOf = (ladder: Ladder): string => capitalized(nextInWords(ladder).replace(/^Next: /, ""));
