import type { Outcome } from "~/platform/outcome";
import { ok, refuse } from "~/platform/outcome";

/** M1: what an assessor says of a criterion. */
export const LEVELS = ["demonstrated", "not-yet"] as const;
export type Level = (typeof LEVELS)[number];

/** Levels in words. */
export const LEVEL_LABELS: Record<Level, string> = { demonstrated: "Demonstrated", "not-yet": "Not yet" };

/** Who judges, in the order in which they come: the third only decides where two disagree. */
export const PLACES = ["first", "second", "third"] as const;
export type Place = (typeof PLACES)[number];

/** Places in words. */
export const PLACE_WORDS: Record<Place, string> = {
  first: "First reading",
  second: "Second reading",
  third: "To decide between two",
};

/** What somebody scored: a level for each criterion that they were asked about, by its key. */
export type Scores = Readonly<Record<string, Level>>;

/** What is known of a submission when it is to be decided. */
export interface Judged {
  /** Keys of all criteria of its version. */
  criteria: readonly string[];
  /** Keys that an earlier round demonstrated: they keep their score (M1). */
  settled: readonly string[];
  first: Scores | null;
  second: Scores | null;
  third: Scores | null;
  /** Whether chance has drawn a second assessor; false until the first has judged. */
  isDrawn: boolean;
  /** Whether the first assessor or a coordinator asked for a second one, whatever is drawn. */
  isAsked: boolean;
}

/** What follows: somebody else has to judge these criteria, or all is decided. */
export type Verdict =
  | { kind: "judge"; place: Place; criteria: string[] }
  | { kind: "decided"; levels: Record<string, Level>; isDemonstrated: boolean };

/**
 * What follows from what was scored (M1): the first assessor judges every open criterion; a second does where one was drawn or
 * asked for; a third decides the criteria on which they disagree, and no other. Demonstrated when all criteria are.
 */
export function decide({ criteria, settled, first, second, third, isDrawn, isAsked }: Judged): Verdict {
  const needsSecond = isDrawn || isAsked;
  const open = criteria.filter((key) => !settled.includes(key));
  if (!isComplete(first, open)) return { kind: "judge", place: "first", criteria: open };
  if (needsSecond && !isComplete(second, open)) return { kind: "judge", place: "second", criteria: open };
  const disputed = needsSecond && second ? open.filter((key) => first[key] !== second[key]) : [];
  if (disputed.length > 0 && !isComplete(third, disputed)) return { kind: "judge", place: "third", criteria: disputed };
  const levels = Object.fromEntries(
    criteria.map((key): [string, Level] => {
      if (settled.includes(key)) return [key, "demonstrated"];
      const said = disputed.includes(key) ? third?.[key] : first[key];
      return [key, said ?? "not-yet"];
    }),
  );
  return { kind: "decided", levels, isDemonstrated: criteria.every((key) => levels[key] === "demonstrated") };
}

function isComplete(scores: Scores | null, criteria: readonly string[]): scores is Scores {
  return scores !== null && criteria.every((key) => scores[key] !== undefined);
}

/** What an assessor hands in about one criterion. */
export interface ScoreInput {
  criterion: string;
  level: Level;
  comment: string;
}

export type ScoreFault = "not-every-criterion" | "foreign-criterion" | "comment-missing";

/**
 * Whether what was handed in can stand: each criterion that is asked about once, no other, and words wherever somebody is told
 * "not yet" (M1).
 */
export function checkScores(
  asked: readonly string[],
  scores: readonly ScoreInput[],
): Outcome<readonly ScoreInput[], ScoreFault> {
  const given = scores.map(({ criterion }) => criterion);
  if (given.some((key) => !asked.includes(key))) return refuse("foreign-criterion");
  if (new Set(given).size !== given.length || asked.some((key) => !given.includes(key)))
    return refuse("not-every-criterion");
  const silent = scores.find(({ level, comment }) => level === "not-yet" && comment.trim() === "");
  return silent ? refuse("comment-missing", { criterion: silent.criterion }) : ok(scores);
}

/**
 * Cohen's kappa: how far two people agree beyond what chance would give. 1 is full agreement, 0 what chance gives, below 0
 * less. Null without pairs, or where chance alone would make them agree always, so that nothing can be said.
 */
export function kappaOf(pairs: readonly (readonly [Level, Level])[]): number | null {
  const count = pairs.length;
  if (count === 0) return null;
  const observed = pairs.filter(([one, other]) => one === other).length / count;
  const share = (side: 0 | 1) => pairs.filter((pair) => pair[side] === "demonstrated").length / count;
  const chance = share(0) * share(1) + (1 - share(0)) * (1 - share(1));
  return chance === 1 ? null : (observed - chance) / (1 - chance);
}

/** So much of what waits is shown to an assessor at once. */
export const MOST_WAITING = 200;
