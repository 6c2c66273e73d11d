import { deadlineOf, type HeldCertificate, listRenewed } from "~/renewal/certificates/educator-certificate";
import { evaluateRenewal, type Renewal } from "~/renewal/renewal";
import { cycleYears, type CycleYear } from "./cycle-years";
import { barredTopics, type EarnedHours, toRenewalSource } from "./renewal-sources";
import { answerOf, changeWithin, explainRequirement, reasonInWords } from "./requirement-words";

/** Who renews, with what. */
export interface RenewalFacts {
  certificates: readonly HeldCertificate[];
  endorsements: readonly string[];
  boardFrom: string | null;
  boardTo: string | null;
  hours: readonly EarnedHours[];
}

/** One requirement as the page shows it. */
export type ShownRequirement = Renewal["requirements"][number] & { explained: string; changed: string | null };

/** Hours as the page shows them: what they count to, and why not to more; minutes by the code of the requirement. */
export interface ShownSource {
  id: string;
  title: string;
  provider: string;
  completedOn: string;
  minutes: number;
  countsTo: { code: string; minutes: number }[];
  why: string | null;
  /** Its page, and who vouches for what was not posted here. */
  href: string;
  mark: string | null;
}

export interface Progress {
  deadline: string;
  answer: string;
  window: Renewal["window"];
  met: boolean;
  requirements: ShownRequirement[];
  years: CycleYear[];
  sources: ShownSource[];
  /** Minutes that count, for which nobody vouches but the person. */
  selfReported: number;
}

/**
 * The renewal on its last day (N1–N4), or today once that is over: which rules are in force, and what counts. Null where nothing
 * that somebody holds is renewed with hours.
 */
export function renewalOf(facts: RenewalFacts, today: string): { deadline: string; renewal: Renewal } | null {
  const deadline = deadlineOf(facts.certificates);
  if (deadline === null) return null;
  const { endorsements, boardFrom, boardTo, hours } = facts;
  const renewal = evaluateRenewal({
    applicationDate: deadline < today ? today : deadline,
    certificates: listRenewed(facts.certificates).map(({ kind, issuedOn, expiresOn }) => ({
      kind,
      issuedOn,
      expiresOn,
    })),
    endorsements: [...endorsements],
    nationalBoard: boardFrom !== null && boardTo !== null ? { from: boardFrom, to: boardTo } : null,
    sources: hours.map(toRenewalSource),
  });
  return { deadline, renewal };
}

/** The same with every word that the page says of it. */
export function progressOf(facts: RenewalFacts, today: string): Progress | null {
  const found = renewalOf(facts, today);
  if (!found) return null;
  const { deadline, renewal } = found;
  const { window, requirements, met } = renewal;
  const counted = new Set(requirements.find(({ code }) => code === "TOTAL")?.sources);
  return {
    deadline,
    answer: answerOf(requirements, deadline, today),
    window,
    met,
    requirements: requirements.map((each) => ({
      ...each,
      explained: explainRequirement(each),
      changed: changeWithin(each.code, window),
    })),
    years: cycleYears(
      window,
      facts.hours.filter(({ id }) => counted.has(id)),
      today,
    ),
    sources: facts.hours.map((hours) => show(hours, renewal)).reverse(),
    selfReported: selfReportedIn(facts, requirements),
  };
}

/** Minutes that count towards a renewal, for which nobody vouches but the person. */
export function selfReportedIn({ hours }: RenewalFacts, requirements: Renewal["requirements"]): number {
  const counted = new Set(requirements.find(({ code }) => code === "TOTAL")?.sources);
  return hours
    .filter(({ id, entered }) => counted.has(id) && entered?.isVouchedFor === false)
    .reduce((sum, { minutes }) => sum + minutes, 0);
}

function show(hours: EarnedHours, { window, requirements, notCounted }: Renewal): ShownSource {
  const { id, title, provider, completedOn, minutes } = hours;
  const countsTo = requirements
    .filter(({ sources }) => sources.includes(id))
    .map(({ code }) => ({ code, minutes: code === "TOTAL" ? minutes : minutesFor(hours, code) }));
  // Of several topics the provider may give some: the renewal then knows nothing of the others, and the page does.
  const barred = barredTopics(hours);
  const reason =
    notCounted.find((each) => each.id === id)?.reason ?? (barred.length > 0 ? "topic-provider-not-approved" : null);
  const why = reason && reasonInWords(reason, { window, provider, topics: barred });
  const { href = `/credits/${id}/documents`, mark = null } = hours.entered ?? {};
  return { id, title, provider, completedOn, minutes, countsTo, why, href, mark };
}

const minutesFor = ({ designations }: EarnedHours, topic: string): number =>
  designations.filter(({ code }) => code === topic).reduce((sum, { minutes }) => sum + minutes, 0);
