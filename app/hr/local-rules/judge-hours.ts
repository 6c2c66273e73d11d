import {
  type Criterion,
  type DatedRule,
  flagInWords,
  type LocalRule,
  type RuleFlag,
  ruleOfYear,
  ruleOn,
  salaryYearOn,
} from "./local-rule";

/** Completed hours of one person, as they are judged for pay. Minutes are whole. */
export interface HoursToJudge {
  id: string;
  completedOn: string;
  minutes: number;
  /** For what HR's review says they count; null while it says nothing. */
  criterion: Criterion | null;
  /** The salary years in which the same claim was accepted, as HR's reviews say. */
  acceptedIn: readonly number[];
}

/** What the rules say of some hours. They are all there, whatever is said. */
export interface JudgedHours {
  id: string;
  completedOn: string;
  /** The salary year in which they fall. */
  year: number;
  minutes: number;
  /** How many of the minutes count for pay. */
  counted: number;
  flags: RuleFlag[];
  /** The flags in the words of the rules that they come from. */
  words: string[];
}

interface Facts {
  /** The day of the person's degree, where the district has one on file. */
  degreeOn: string | null;
  /** The cut-off where no rule says one, `MM-DD`. */
  cutoff: string;
}

/**
 * S2: judges one person's hours by a district's dated rules: each by the rule in force on the day of its completion, each year
 * by the rule in force on its last day. What fails a rule is flagged and does not count; nothing is left out. Hours count in
 * the order of their completion until the year's cap.
 */
export function judgeHours(hours: readonly HoursToJudge[], rules: readonly DatedRule[], facts: Facts): JudgedHours[] {
  const judged = [...hours]
    .sort((a, b) => compare(a.completedOn, b.completedOn) || compare(a.id, b.id))
    .map((each) => judgeAlone(each, rules, facts));
  for (const [year, inYear] of Map.groupBy(judged, (each) => each.year)) {
    const dated = ruleOfYear(rules, year);
    if (dated) judgeYear(inYear, dated.rule);
  }
  return judged;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function judgeAlone(hours: HoursToJudge, rules: readonly DatedRule[], facts: Facts): JudgedHours {
  const { id, completedOn, minutes } = hours;
  const dated = ruleOn(rules, completedOn);
  const year = salaryYearOn(completedOn, rules, facts.cutoff);
  if (!dated) return { id, completedOn, year, minutes, counted: minutes, flags: [], words: [] };
  const flags = flagsAlone(hours, dated.rule, { year, degreeOn: facts.degreeOn });
  const words = flags.map((flag) => flagInWords(flag, dated.rule));
  return { id, completedOn, year, minutes, counted: flags.length > 0 ? 0 : minutes, flags, words };
}

function flagsAlone(
  { completedOn, minutes, criterion, acceptedIn }: HoursToJudge,
  rule: LocalRule,
  { year, degreeOn }: { year: number; degreeOn: string | null },
): RuleFlag[] {
  const found: [RuleFlag, boolean][] = [
    ["too-early", rule.acceptedFrom !== null && completedOn < rule.acceptedFrom],
    ["too-late", rule.acceptedTo !== null && completedOn > rule.acceptedTo],
    ["course-too-short", minutes < rule.leastPerCourse],
    ["before-degree", rule.afterDegree && degreeOn !== null && completedOn < degreeOn],
    ["used-before", rule.onceOnly && acceptedIn.some((each) => each !== year)],
    ["criterion", criterion !== null && !rule.criteria.includes(criterion)],
  ];
  return found.flatMap(([flag, holds]) => (holds ? [flag] : []));
}

/** Hours of one salary year, in the order of their completion; marks what falls short of, or goes beyond, what it may have. */
function judgeYear(hours: readonly JudgedHours[], rule: LocalRule): void {
  const sum = hours.reduce((total, { counted }) => total + counted, 0);
  let left = sum < rule.leastPerYear ? 0 : (rule.mostPerYear ?? Infinity);
  const flag: RuleFlag = sum < rule.leastPerYear ? "year-too-short" : "above-cap";
  for (const each of hours) {
    const counted = Math.min(each.counted, left);
    if (counted < each.counted) {
      each.flags.push(flag);
      each.words.push(flagInWords(flag, rule));
    }
    left -= counted;
    each.counted = counted;
  }
}
