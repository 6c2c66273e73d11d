/** What becomes of one line of a list of people. */
export const IMPORT_FATES = ["register", "wait", "already", "bad"] as const;
export type ImportFate = (typeof IMPORT_FATES)[number];

/** One line of a list, and what would happen to it. */
export interface PlannedRow {
  /** In the text that was given, from 1. */
  line: number;
  /** How the person is shown: their name where it is known, or what the line says. */
  shown: string;
  email: string | null;
  fate: ImportFate;
  /** Not in Hourbook yet: will be entered and invited (R8). */
  invited: boolean;
  /** Will be entered with one name only. */
  oneName?: boolean;
  /** What the line adds to the record, in words: "workplace in Kent". */
  adds: string[];
  /** Why a line is bad. */
  reason: string | null;
}

/** A dry run of a list. */
export interface ImportPlan {
  rows: PlannedRow[];
  counts: Record<ImportFate, number>;
  invited: number;
  /** Stands for all of the above: what is carried out must be what was shown. */
  digest: string;
}

/** As many numbers of lines as are read one by one. */
const MOST_NUMBERS = 20;

/** Numbers of lines in one sentence: "2, 4 and 5", or the first ones and how many more there are. */
export function numbersInShort(lines: readonly number[]): string {
  const more = lines.length - MOST_NUMBERS;
  const shown = more > 0 ? [...lines.slice(0, MOST_NUMBERS), `${more} more`] : lines.map(String);
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

/** What would happen to a line, in words. */
export function fateInWords({ fate, invited, oneName, adds, reason }: PlannedRow): string {
  const then = { register: "Will register", wait: "Will wait", already: "Already in", bad: reason ?? "" }[fate];
  const also = adds.length > 0 ? `; adds ${adds.join(" and ")}` : "";
  return `${then}${invited ? "; unknown, will be invited" : ""}${oneName ? "; has one name only" : ""}${also}`;
}
