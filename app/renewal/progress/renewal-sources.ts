import { type Giver, mayGive } from "~/catalog/providers/designation-permission";
import type { Designation } from "~/catalog/courses/designation";
import type { Modality } from "~/catalog/offerings/offering-state";
import type { ParaSource } from "~/renewal/paraeducator";
import type { RenewalSource } from "~/renewal/renewal";
import { TOPIC_RULES } from "~/renewal/renewal-rules";

/** Hours that somebody has or plans, with what is known of them. */
export interface EarnedHours {
  id: string;
  title: string;
  provider: string;
  /** Plain dates. */
  startedOn: string;
  completedOn: string;
  minutes: number;
  designations: readonly { code: string; minutes: number }[];
  /** How people took part; null for hours of a micro-credential. */
  modality: Modality | null;
  /** What decides about the provider's topics (A4); null where nothing is known of it. */
  giver: Giver | null;
}

const TOPICS: ReadonlySet<string> = new Set(TOPIC_RULES.map(({ code }) => code));

/** Topics of these hours that their provider may not give (A4), on the day on which they began. */
export const barredTopics = ({ designations, giver, startedOn }: EarnedHours): string[] =>
  designations
    .map(({ code }) => code)
    .filter((code) => TOPICS.has(code) && giver !== null && !mayGive(giver, code as Designation, startedOn));

/** Hours as the renewal counts them. Where the provider may give some of the topics, only these are told to it. */
export function toRenewalSource(hours: EarnedHours): RenewalSource {
  const barred = barredTopics(hours);
  const topics = hours.designations.filter(({ code }) => TOPICS.has(code));
  const given = topics.filter(({ code }) => !barred.includes(code));
  const approvedForTopics = given.length > 0 || barred.length === 0;
  return {
    id: hours.id,
    kind: "clock-hours",
    completedOn: hours.completedOn,
    amount: hours.minutes,
    designations: approvedForTopics ? given : topics,
    approvedForTopics,
  };
}

/** Hours as the ladder counts them (N5). Of hybrid hours nobody knows how many were in person: they are not taken for it. */
export const toParaSource = (hours: EarnedHours): ParaSource => ({
  id: hours.id,
  kind: "clock-hours",
  completedOn: hours.completedOn,
  amount: hours.minutes,
  inPerson: hours.modality === "in-person",
  designations: [...hours.designations],
});
