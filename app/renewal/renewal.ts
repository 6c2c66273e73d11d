import { checkAmount, checkDate } from "./checked-values";
import { firstOfEachPgpYear, inOrder } from "./growth-plan-year";
import {
  minutesOfSource,
  MOST_OF,
  STEM_ENDORSEMENTS,
  TOPIC_RULES,
  type TopicRule,
  TOTAL_MINUTES,
} from "./renewal-rules";

export type CertificateKind =
  | "teacher"
  | "cte-teacher"
  | "principal"
  | "program-administrator"
  | "superintendent"
  | "cte-director"
  | "school-counselor"
  | "school-psychologist"
  | "school-nurse"
  | "school-social-worker";

export type SourceKind = "clock-hours" | "pgp" | "quarter-credits" | "semester-credits" | "national-board-component";

export type RequirementCode = "TOTAL" | "EQUITY" | "STEM" | "LEADERSHIP" | "G2G" | "SUICIDE-PREVENTION";

/** A topic that a growth plan's goal can meet (N3). */
export type PgpGoal = "EQUITY" | "STEM" | "LEADERSHIP";

/** What may count towards a renewal. */
export interface RenewalSource {
  id: string;
  kind: SourceKind;
  /** Plain date, as are all dates here. */
  completedOn: string;
  /** Minutes, growth plans (1), hundredths of a credit, components. */
  amount: number;
  /** Which of its minutes count for a topic; codes that are no topic of a renewal are ignored. */
  designations: { code: string; minutes: number }[];
  /** The goals of a growth plan, by the same codes. */
  goals?: string[];
  /** Whether the provider may give these topics (A4); it may unless said otherwise. */
  approvedForTopics?: boolean;
}

export interface RenewalInput {
  /** Which rules are in force (N2), and the last day that counts. */
  applicationDate: string;
  certificates: { kind: CertificateKind; issuedOn: string; expiresOn: string }[];
  /** By the words of N4; others are ignored. */
  endorsements: string[];
  /** When a National Board certificate is valid, both days included. */
  nationalBoard: { from: string; to: string } | null;
  sources: RenewalSource[];
}

export interface Requirement {
  code: RequirementCode;
  needMinutes: number;
  /** Of a topic, the minutes of designations alone, not capped. */
  haveMinutes: number;
  met: boolean;
  /** The first of them that meets it; null while nothing does. */
  by: "hours" | "pgp" | "national-board" | null;
  /** The ids of what counts towards it, by completion. */
  sources: string[];
}

export type NotCountedReason = "before-window" | "after-application" | "same-pgp-year" | "topic-provider-not-approved";

export interface Renewal {
  /** Both days included. */
  window: { from: string; to: string };
  /** In the order of `RequirementCode`, only those that apply. */
  requirements: Requirement[];
  /** Each source once, by completion. One whose provider may not give its topics still counts to the total. */
  notCounted: { id: string; reason: NotCountedReason }[];
  met: boolean;
}

/**
 * What a renewal still needs (N1–N4), on the day of an application: docs/rules/renewal.md.
 * @throws RangeError that names the field of a date that does not exist, of an amount that is negative or no whole number, or
 * `certificates` where there is none
 */
export function evaluateRenewal(input: RenewalInput): Renewal {
  check(input);
  const window = { from: latestIssue(input), to: input.applicationDate };
  const ordered = [...input.sources].sort(byCompletion);
  const outside = (source: RenewalSource) => reasonOutside(source, window);
  const inside = ordered.filter((source) => outside(source) === null);
  const plans = firstOfEachPgpYear(inside);
  const counted = inside.filter((source) => source.kind !== "pgp" || plans.has(source));
  const requirements = [total(counted), ...TOPIC_RULES.flatMap((rule) => topic(rule, input, counted))];
  const notCounted = ordered.flatMap((source) => {
    const reason = outside(source) ?? reasonInside(source, plans);
    return reason === null ? [] : [{ id: source.id, reason }];
  });
  return { window, requirements, notCounted, met: requirements.every(({ met }) => met) };
}

const latestIssue = ({ certificates }: RenewalInput): string =>
  certificates.map(({ issuedOn }) => issuedOn).reduce((latest, each) => (each > latest ? each : latest));

function reasonOutside({ completedOn }: RenewalSource, window: Renewal["window"]): NotCountedReason | null {
  if (completedOn < window.from) return "before-window";
  return completedOn > window.to ? "after-application" : null;
}

function reasonInside(source: RenewalSource, plans: ReadonlySet<RenewalSource>): NotCountedReason | null {
  if (source.kind === "pgp") return plans.has(source) ? null : "same-pgp-year";
  return source.approvedForTopics === false && source.designations.length > 0 ? "topic-provider-not-approved" : null;
}

function total(counted: readonly RenewalSource[]): Requirement {
  const ofKind = new Map<SourceKind, number>();
  for (const source of counted) ofKind.set(source.kind, (ofKind.get(source.kind) ?? 0) + minutesOfSource(source));
  const haveMinutes = [...ofKind].reduce(
    (sum, [kind, minutes]) => sum + Math.min(minutes, MOST_OF[kind] ?? minutes),
    0,
  );
  const { minutes: needMinutes } = TOTAL_MINUTES;
  const met = haveMinutes >= needMinutes;
  return {
    code: "TOTAL",
    needMinutes,
    haveMinutes,
    met,
    by: met ? "hours" : null,
    sources: counted.map(({ id }) => id),
  };
}

/** A topic's requirement; nothing where it is not asked of these certificates on that day. */
function topic(rule: TopicRule, input: RenewalInput, counted: readonly RenewalSource[]): Requirement[] {
  const needs = rule.needs.filter(
    ({ kinds, withStemEndorsement }) =>
      input.certificates.some(({ kind }) => kinds.includes(kind)) &&
      (!withStemEndorsement || hasStemEndorsement(input)),
  );
  if (needs.length === 0 || (rule.from !== null && input.applicationDate < rule.from)) return [];
  const { code } = rule;
  const needMinutes = Math.min(...needs.map(({ minutes }) => minutes));
  const minutesFor = ({ designations }: RenewalSource) =>
    designations.filter((each) => each.code === code).reduce((sum, { minutes }) => sum + minutes, 0);
  const carries = (source: RenewalSource) =>
    source.kind !== "pgp" &&
    source.approvedForTopics !== false &&
    source.designations.some((each) => each.code === code);
  const hasGoal = (source: RenewalSource) =>
    source.kind === "pgp" && rule.pgpGoal !== null && (source.goals ?? []).includes(rule.pgpGoal);
  const haveMinutes = counted.filter(carries).reduce((sum, source) => sum + minutesFor(source), 0);
  const by = firstThatMeets([
    ["hours", haveMinutes >= needMinutes],
    ["pgp", counted.some(hasGoal)],
    ["national-board", rule.nationalBoard && isBoardCertified(input)],
  ]);
  const sources = counted.filter((source) => carries(source) || hasGoal(source)).map(({ id }) => id);
  return [{ code, needMinutes, haveMinutes, met: by !== null, by, sources }];
}

const firstThatMeets = (ways: readonly [NonNullable<Requirement["by"]>, boolean][]): Requirement["by"] =>
  ways.find(([, meets]) => meets)?.[0] ?? null;

const hasStemEndorsement = ({ endorsements }: RenewalInput): boolean =>
  endorsements.some((each) => (STEM_ENDORSEMENTS as readonly string[]).includes(each));

/** N3: on the day of the application. */
const isBoardCertified = ({ nationalBoard, applicationDate }: RenewalInput): boolean =>
  nationalBoard !== null && nationalBoard.from <= applicationDate && applicationDate <= nationalBoard.to;

/** By completion, then by id in code units. */
function byCompletion(a: RenewalSource, b: RenewalSource): number {
  return inOrder(a.completedOn, b.completedOn) || inOrder(a.id, b.id);
}

function check({ applicationDate, certificates, nationalBoard, sources }: RenewalInput): void {
  checkDate("applicationDate", applicationDate);
  if (certificates.length === 0) throw new RangeError("certificates: there is none");
  certificates.forEach(({ issuedOn, expiresOn }, index) => {
    checkDate(`certificates[${index}].issuedOn`, issuedOn);
    checkDate(`certificates[${index}].expiresOn`, expiresOn);
  });
  if (nationalBoard) {
    checkDate("nationalBoard.from", nationalBoard.from);
    checkDate("nationalBoard.to", nationalBoard.to);
  }
  sources.forEach(({ completedOn, amount, designations }, index) => {
    checkDate(`sources[${index}].completedOn`, completedOn);
    checkAmount(`sources[${index}].amount`, amount);
    designations.forEach(({ minutes }, nth) => checkAmount(`sources[${index}].designations[${nth}].minutes`, minutes));
  });
}
