import { DESIGNATIONS } from "~/catalog/courses/designation";
import { formatHours, longDayOf, plural } from "~/platform/format";
import { CERTIFICATE_KIND_WORDS } from "./certificates/educator-certificate";
import { FCS_RULE, FCS_UNITS, PLAN_MINUTES, STEP_RULES, VALIDITY } from "./paraeducator-rules";
import { MINUTES_OF, MOST_OF, TOPIC_RULES, type TopicRule, TOTAL_MINUTES } from "./renewal-rules";
import { REQUIREMENT_NAMES } from "./progress/requirement-words";
import type { SourceKind } from "./renewal";

/** A rule as the administrators' page tells it. */
export interface ToldRule {
  rule: string;
  /** What it says, in words. */
  says: string;
  /** From when on it counts, in words; what came before it and what has not begun stand in the list, too. */
  since: string;
  isInForce: boolean;
  source: string;
}

interface Dated {
  from: string | null;
  source: string;
}

const sinceOf = (from: string | null): string => (from === null ? "From the beginning" : longDayOf(from));

/** Of rows of one rule, in the order of their days, which one counts on a day: the last that has begun. */
const isLatest = (rows: readonly Dated[], row: Dated, today: string): boolean =>
  rows.filter(({ from }) => from === null || from <= today).at(-1) === row;

const KIND_WORDS: Record<SourceKind, string> = {
  "clock-hours": "An hour of 60 minutes",
  pgp: "A growth plan",
  "quarter-credits": "A quarter credit",
  "semester-credits": "A semester credit",
  "national-board-component": "A National Board component",
};

/** How many units of a source make what the words name. */
const UNITS_OF: Record<SourceKind, number> = {
  "clock-hours": 60,
  pgp: 1,
  "quarter-credits": 100,
  "semester-credits": 100,
  "national-board-component": 1,
};

/** The rules of renewals (N1–N4) by the rows that the engine reads, with those that have ended or not begun. */
export function tellRenewalRules(today: string): ToldRule[] {
  const worth = (Object.keys(MINUTES_OF) as SourceKind[]).flatMap((kind) =>
    MINUTES_OF[kind].map((row, _index, rows) => ({
      rule: KIND_WORDS[kind],
      says: `Counts ${hours(row.each * UNITS_OF[kind])}${mostOf(kind)}`,
      since: sinceOf(row.from),
      isInForce: isLatest(rows, row, today),
      source: row.source,
    })),
  );
  return [
    {
      rule: "All hours",
      says: `${hours(TOTAL_MINUTES.minutes)} in a cycle`,
      since: sinceOf(null),
      isInForce: true,
      source: TOTAL_MINUTES.source,
    },
    ...TOPIC_RULES.map((rule) => ({
      rule: REQUIREMENT_NAMES[rule.code],
      says: needsInWords(rule),
      since: `Applications from ${sinceOf(rule.from)} on`,
      isInForce: rule.from === null || rule.from <= today,
      source: rule.source,
    })),
    ...worth,
  ];
}

const hours = (minutes: number): string => plural(Number(formatHours(minutes)), "hour");

const mostOf = (kind: SourceKind): string => {
  const most = MOST_OF[kind];
  return most === undefined ? "" : `, at most ${hours(most)} together`;
};

function needsInWords({ needs, pgpGoal, nationalBoard }: TopicRule): string {
  const each = needs.map(({ kinds, minutes, withStemEndorsement }) => {
    const whom = kinds.map((kind) => CERTIFICATE_KIND_WORDS[kind].toLowerCase().replace("cte", "CTE")).join(", ");
    return `${hours(minutes)} for ${whom}${withStemEndorsement ? " with a listed endorsement" : ""}`;
  });
  const also = [pgpGoal ? "a growth plan’s goal" : "", nationalBoard ? "a National Board certificate" : ""].filter(
    Boolean,
  );
  return `${each.join("; ")}. ${also.length > 0 ? `Also met by ${also.join(" or ")}.` : "By hours alone."}`;
}

/** The rules of the paraeducators' ladder (N5) in the same way. */
export function tellLadderRules(today: string): ToldRule[] {
  const always = { since: sinceOf(null), isInForce: true };
  const { general, subject, advanced } = STEP_RULES;
  const step = (rule: string, says: string, source: string): ToldRule => ({ rule, says, ...always, source });
  const all = FCS_UNITS.reduce((sum, code) => sum + FCS_RULE.units[code], 0);
  const units = FCS_UNITS.map((code) => `${DESIGNATIONS[code]} ${formatHours(FCS_RULE.units[code])}`).join(", ");
  return [
    step(
      "Fundamental course of study",
      `${hours(all)}, at least ${formatHours(FCS_RULE.inPersonMinutes)} in person: ${units}`,
      FCS_RULE.source,
    ),
    step(
      "General certificate",
      `${hours(general.minutes)} beyond that, ${plural(general.mostPlans, "growth plan")} at most`,
      general.source,
    ),
    step(
      "Subject matter",
      `${hours(subject.minutes)} each, which count to the general certificate, too`,
      subject.source,
    ),
    step(
      "Advanced certificate",
      `${hours(advanced.minutes)} beyond the general one, ${plural(advanced.mostPlans, "growth plan")} at most`,
      advanced.source,
    ),
    ...PLAN_MINUTES.map((row, _index, rows) => ({
      rule: "A growth plan",
      says: `Counts ${hours(row.minutes)}, one a year from July to June`,
      since: sinceOf(row.from),
      isInForce: isLatest(rows, row, today),
      source: row.source,
    })),
    ...(Object.keys(VALIDITY) as (keyof typeof VALIDITY)[]).flatMap((kind) =>
      VALIDITY[kind].map((row, _index, rows) => ({
        rule: `${CERTIFICATE_KIND_WORDS[`para-${kind}`]} certificate`,
        says: row.years === null ? "Does not end" : `Valid for ${plural(row.years, "year")}`,
        since: sinceOf(row.from),
        isInForce: isLatest(rows, row, today),
        source: row.source,
      })),
    ),
  ];
}
