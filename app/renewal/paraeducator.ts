import { isPlainDate } from "~/platform/time/plain-date";
import {
  FCS_RULE,
  FCS_UNITS,
  type FcsUnit,
  type ParaCertificateKind,
  PLAN_MINUTES,
  STEP_RULES,
  VALIDITY,
} from "./paraeducator-rules";
import { checkAmount, checkDate } from "./checked-values";
import { firstOfEachPgpYear, inOrder } from "./growth-plan-year";

/** What may count on the ladder. */
export interface ParaSource {
  id: string;
  kind: "clock-hours" | "pgp";
  /** Plain date. */
  completedOn: string;
  /** Minutes of clock hours; of a growth plan 1. */
  amount: number;
  /** Whether people met; of hybrid hours, those that did are a source of their own. */
  inPerson: boolean;
  /** FCS-01 … FCS-12, PARA-SUBJECT-ELL, PARA-SUBJECT-SPED; other codes are ignored. */
  designations: { code: string; minutes: number }[];
}

export interface ParaUnit {
  code: FcsUnit;
  needMinutes: number;
  /** Not more than is needed: what is over counts further up. */
  haveMinutes: number;
  met: boolean;
  sources: string[];
}

/** One step: hours by themselves and growth plans in minutes, and what of both counted. */
export interface ParaStep {
  code: "GENERAL" | "ELL" | "SPECIAL-EDUCATION" | "ADVANCED";
  needMinutes: number;
  haveMinutes: number;
  met: boolean;
  /** The growth plans that count here, by completion. */
  plans: string[];
}

export interface Ladder {
  fcs: {
    needMinutes: number;
    haveMinutes: number;
    /** Of what counts, the minutes in person, and how many of them are asked for. */
    inPersonNeedMinutes: number;
    inPersonMinutes: number;
    units: ParaUnit[];
    met: boolean;
  };
  steps: ParaStep[];
  /** Growth plans that count nowhere: another of the same year came first, or no step has room for one more. */
  notCounted: { id: string; reason: "same-pgp-year" | "no-room" }[];
  /** Where to go on: the first that is not met; null at the top. Subject matter is a way beside the ladder, and never next. */
  next: "FCS" | "GENERAL" | "ADVANCED" | null;
}

/**
 * How far somebody is on the paraeducators' ladder (N5): docs/rules/paraeducators.md.
 *
 * Minutes of a unit count to it up to what it needs, those in person first. All other minutes, what is over in a unit among them,
 * count to the general certificate and, once that is full, to the advanced one. Subject matter is counted by its designation,
 * and again as hours. The first growth plan goes to the general certificate, up to three others to the advanced one.
 * @throws RangeError that names the field of a date that does not exist, or of an amount that is negative or no whole number
 */
export function evaluateLadder(sources: readonly ParaSource[]): Ladder {
  sources.forEach(check);
  const ordered = [...sources].sort((a, b) => inOrder(a.completedOn, b.completedOn) || inOrder(a.id, b.id));
  const hours = ordered.filter(({ kind }) => kind === "clock-hours");
  const units = FCS_UNITS.map((code) => unit(code, hours));
  const inUnits = sum(units.map(({ haveMinutes }) => haveMinutes));
  const beyond = Math.max(0, sum(hours.map(({ amount }) => amount)) - inUnits);
  const inPersonMinutes = sum(
    FCS_UNITS.map(
      (code) =>
        unit(
          code,
          hours.filter(({ inPerson }) => inPerson),
        ).haveMinutes,
    ),
  );
  const counted = firstOfEachPgpYear(ordered);
  const plans = ordered.filter((source) => counted.has(source));
  const { general, subject, advanced } = STEP_RULES;
  const forGeneral = plans.slice(0, general.mostPlans);
  const forAdvanced = plans.slice(general.mostPlans, general.mostPlans + advanced.mostPlans);
  const inGeneral = beyond + sum(forGeneral.map(minutesOfPlan));
  const over = Math.max(0, inGeneral - general.minutes) + sum(forAdvanced.map(minutesOfPlan));
  const steps = [
    step("GENERAL", general.minutes, Math.min(inGeneral, general.minutes), forGeneral),
    step("ELL", subject.minutes, minutesWith("PARA-SUBJECT-ELL", hours)),
    step("SPECIAL-EDUCATION", subject.minutes, minutesWith("PARA-SUBJECT-SPED", hours)),
    step("ADVANCED", advanced.minutes, inGeneral < general.minutes ? 0 : over, forAdvanced),
  ];
  const met = units.every((each) => each.met) && inPersonMinutes >= FCS_RULE.inPersonMinutes;
  return {
    fcs: {
      needMinutes: sum(Object.values(FCS_RULE.units)),
      haveMinutes: inUnits,
      inPersonNeedMinutes: FCS_RULE.inPersonMinutes,
      inPersonMinutes,
      units,
      met,
    },
    steps,
    notCounted: ordered.flatMap((source) => leftOut(source, counted, [...forGeneral, ...forAdvanced])),
    next: met ? ((steps.find((each) => !each.met && isRung(each))?.code as Ladder["next"]) ?? null) : "FCS",
  };
}

/**
 * The last day of a certificate; null for one that does not end.
 * @throws RangeError when the date does not exist
 */
export function lastDayOf(kind: ParaCertificateKind, issuedOn: string): string | null {
  checkDate("issuedOn", issuedOn);
  const { years } = VALIDITY[kind].findLast(({ from }) => from === null || from <= issuedOn)!;
  if (years === null) return null;
  const same = `${Number(issuedOn.slice(0, 4)) + years}${issuedOn.slice(4)}`;
  return isPlainDate(same) ? same : same.replace("02-29", "02-28");
}

const isRung = ({ code }: ParaStep): boolean => code === "GENERAL" || code === "ADVANCED";

function unit(code: FcsUnit, hours: readonly ParaSource[]): ParaUnit {
  const needMinutes = FCS_RULE.units[code];
  const haveMinutes = Math.min(needMinutes, minutesWith(code, hours));
  const sources = hours.filter((source) => minutesWith(code, [source]) > 0).map(({ id }) => id);
  return { code, needMinutes, haveMinutes, met: haveMinutes >= needMinutes, sources };
}

const step = (
  code: ParaStep["code"],
  needMinutes: number,
  haveMinutes: number,
  plans: readonly ParaSource[] = [],
): ParaStep => ({ code, needMinutes, haveMinutes, met: haveMinutes >= needMinutes, plans: plans.map(({ id }) => id) });

const minutesWith = (code: string, hours: readonly ParaSource[]): number =>
  sum(
    hours.flatMap(({ designations }) =>
      designations.filter((each) => each.code === code).map(({ minutes }) => minutes),
    ),
  );

const minutesOfPlan = ({ completedOn }: ParaSource): number =>
  PLAN_MINUTES.findLast(({ from }) => from === null || from <= completedOn)!.minutes;

function leftOut(
  source: ParaSource,
  counted: ReadonlySet<ParaSource>,
  placed: readonly ParaSource[],
): Ladder["notCounted"] {
  if (source.kind !== "pgp" || placed.includes(source)) return [];
  return [{ id: source.id, reason: counted.has(source) ? "no-room" : "same-pgp-year" }];
}

const sum = (minutes: readonly number[]): number => minutes.reduce((all, each) => all + each, 0);

function check({ completedOn, amount, designations }: ParaSource, index: number): void {
  checkDate(`sources[${index}].completedOn`, completedOn);
  checkAmount(`sources[${index}].amount`, amount);
  designations.forEach(({ minutes }, nth) => checkAmount(`sources[${index}].designations[${nth}].minutes`, minutes));
}
