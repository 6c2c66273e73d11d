import { DESIGNATIONS } from "~/catalog/courses/designation";
import { formatHours, plural } from "~/platform/format";
import type { Ladder, ParaStep, ParaUnit } from "~/renewal/paraeducator";
import { STEP_RULES } from "~/renewal/paraeducator-rules";

/** Each step above the fundamental course of study. */
export const STEP_NAMES: Record<ParaStep["code"], string> = {
  GENERAL: "General certificate",
  ELL: "Subject matter: English language learners",
  "SPECIAL-EDUCATION": "Subject matter: special education",
  ADVANCED: "Advanced certificate",
};

const { general, subject, advanced } = STEP_RULES;
const beside = `${formatHours(subject.minutes)} hours beside the ladder; they count to the general certificate, too.`;

/** What a step asks for, in a line. */
export const STEP_HINTS: Record<ParaStep["code"], string> = {
  GENERAL: `${formatHours(general.minutes)} hours beyond the fundamental course of study; ${general.mostPlans === 1 ? "one growth plan" : plural(general.mostPlans, "growth plan")} may be among them.`,
  ELL: beside,
  "SPECIAL-EDUCATION": beside,
  ADVANCED: `${formatHours(advanced.minutes)} hours beyond the general certificate; up to ${plural(advanced.mostPlans, "growth plan")} may be among them.`,
};

/** "FCS 01 Cultural identity" as number and name. */
export function unitName({ code }: ParaUnit): { number: string; name: string } {
  const [, number = "", ...name] = DESIGNATIONS[code].split(" ");
  return { number, name: name.join(" ") };
}

const more = (minutes: number) => `${formatHours(minutes)} more ${minutes === 60 ? "hour" : "hours"}`;

/** The first line of the ladder: what comes next, and how much of it. */
export function nextInWords({ next, fcs, steps }: Ladder): string {
  if (next === null) return "You have the hours of every step of the ladder.";
  if (next === "FCS") {
    const [hours, inPerson] = [
      fcs.needMinutes - fcs.haveMinutes,
      Math.max(0, fcs.inPersonNeedMinutes - fcs.inPersonMinutes),
    ];
    if (hours === 0)
      return `Next: ${formatHours(inPerson)} hours of the fundamental course of study in person, in place of others.`;
    const apart = inPerson > 0 ? `, at least ${formatHours(inPerson)} in person` : "";
    return `Next: ${more(hours)} of the fundamental course of study${apart}.`;
  }
  const step = steps.find(({ code }) => code === next);
  const missing = step ? step.needMinutes - step.haveMinutes : 0;
  return `Next: ${more(missing)} to the ${next === "GENERAL" ? "general" : "advanced"} certificate.`;
}
