import { type Giver, mayGive } from "~/catalog/providers/designation-permission";
import type { Designation } from "~/catalog/courses/designation";
import type { Modality } from "~/catalog/offerings/offering-state";
import type { ParaSource } from "~/renewal/paraeducator";
import type { RenewalSource, SourceKind } from "~/renewal/renewal";
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
  /** Of what was not posted here: what it is, and who vouches for it. */
  entered?: EnteredSource;
}

/** What somebody entered themselves. */
export interface EnteredSource {
  kind: SourceKind;
  /** Minutes, hundredths of a credit, components, or one growth plan. */
  amount: number;
  /** The goals of a growth plan, by the codes of topics. */
  goals?: string[];
  /** Who vouches for it, in words. */
  mark: string;
  /** Whether anybody besides the person does. */
  isVouchedFor: boolean;
  /** Its page. */
  href: string;
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
  const { kind = "clock-hours", amount = hours.minutes, goals } = hours.entered ?? {};
  return {
    ...{ id: hours.id, kind, completedOn: hours.completedOn, amount },
    ...(goals && { goals }),
    designations: approvedForTopics ? given : topics,
    approvedForTopics,
  };
}

/**
 * What counts on the ladder, as it counts it (N5): college credits by the hours that they are worth, National Board components
 * for nothing. Of hybrid hours nobody knows how many were in person: they are not taken for it.
 */
export function toParaSource({ id, completedOn, minutes, modality, designations, entered }: EarnedHours): ParaSource {
  const isPlan = entered?.kind === "pgp";
  return {
    ...{ id, completedOn, inPerson: modality === "in-person", designations: [...designations] },
    kind: isPlan ? "pgp" : "clock-hours",
    amount: isPlan ? 1 : entered?.kind === "national-board-component" ? 0 : minutes,
  };
}
