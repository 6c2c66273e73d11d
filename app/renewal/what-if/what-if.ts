import { deadlineOf } from "~/renewal/certificates/educator-certificate";
import { type RenewalFacts, renewalOf, type ShownRequirement } from "~/renewal/progress/progress";
import { inOrder } from "~/renewal/growth-plan-year";
import type { EarnedHours } from "~/renewal/progress/renewal-sources";
import {
  answerOf,
  changeWithin,
  explainRequirement,
  gapInWords,
  leastMissing,
} from "~/renewal/progress/requirement-words";
import type { Requirement } from "~/renewal/renewal";

/** The renewal with hours that are only planned, beside what is posted. */
export interface WhatIf {
  /** The first line, if everything planned came true. */
  answer: string;
  /** As posted, each with how it would be met. */
  requirements: ShownRequirement[];
  /** Minutes on top, by the code of the requirement. */
  planned: Record<string, number>;
  missing: number;
  met: boolean;
  /** Planned hours that would not count: they end after the last day. */
  tooLate: string[];
}

/**
 * What posted and planned hours together would meet. Once the last day is over, an application waits for the last of them.
 * Null where nothing is renewed with hours.
 */
export function whatIf(facts: RenewalFacts, planned: readonly EarnedHours[], today: string): WhatIf | null {
  const deadline = deadlineOf(facts.certificates);
  if (deadline === null) return null;
  const last = planned.reduce((day, { completedOn }) => (completedOn > day ? completedOn : day), today);
  const asOf = deadline < today ? last : today;
  const before = renewalOf(facts, asOf);
  const after = renewalOf({ ...facts, hours: [...facts.hours, ...planned] }, asOf);
  if (!before || !after) return null;
  const { requirements, met, window, notCounted } = after.renewal;
  const haveOf = new Map(before.renewal.requirements.map(({ code, haveMinutes }) => [code, haveMinutes]));
  return {
    answer: answerOf(requirements, deadline, today),
    requirements: requirements.map((each) => ({
      ...each,
      haveMinutes: haveOf.get(each.code) ?? 0,
      explained: explainRequirement(each),
      changed: changeWithin(each.code, window),
    })),
    planned: Object.fromEntries(
      requirements.map(({ code, haveMinutes }) => [code, haveMinutes - (haveOf.get(code) ?? 0)]),
    ),
    missing: leastMissing(requirements),
    met,
    tooLate: notCounted.filter(({ reason }) => reason === "after-application").map(({ id }) => id),
  };
}

/** Topics of which hours are missing, as the catalog names them; none where the total alone is. */
export const missingTopics = (requirements: readonly Requirement[]): string[] =>
  requirements.filter(({ code, met }) => code !== "TOTAL" && !met).map(({ code }) => code);

/** What one more would do to a gap. */
export interface Effect {
  /** Minutes by which the gap would shrink. */
  closes: number;
  /** Whether nothing would be missing then. */
  closesAll: boolean;
  words: string;
}

/** What some hours would do to the gap that planned hours leave; null where they would do nothing. */
export function effectOf(
  facts: RenewalFacts,
  planned: readonly EarnedHours[],
  tried: EarnedHours,
  today: string,
): Effect | null {
  const [before, after] = [whatIf(facts, planned, today), whatIf(facts, [...planned, tried], today)];
  if (!before || !after) return null;
  const closes = gapOf(before) - gapOf(after);
  if (closes <= 0) return null;
  const left = gapInWords(after.requirements.map((each) => ({ ...each, haveMinutes: haveWith(after, each) })));
  return { closes, closesAll: left === null, words: left === null ? "Would close the gap." : `Would leave ${left}.` };
}

const haveWith = ({ planned }: WhatIf, { code, haveMinutes }: Requirement): number =>
  haveMinutes + (planned[code] ?? 0);

/** Minutes that are missing, requirement by requirement: hours that carry two topics shrink it twice. */
const gapOf = (found: WhatIf): number =>
  found.requirements
    .filter(({ met }) => !met)
    .reduce((sum, each) => sum + Math.max(0, each.needMinutes - haveWith(found, each)), 0);

/** What fits best first: what closes most of the gap, of equals the shorter one, then the sooner. */
export const byFit = (
  a: { closes: number; minutes: number; startedOn: string },
  b: { closes: number; minutes: number; startedOn: string },
): number => b.closes - a.closes || a.minutes - b.minutes || inOrder(a.startedOn, b.startedOn);
