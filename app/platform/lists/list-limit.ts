import { plural } from "~/platform/format";

/** So many rows are done something with at once, at most. */
export const MOST_MATCHING = 10_000;

/** So many rows of a list are counted, at most: counting millions would cost more than showing fifty. */
export const MOST_COUNTED = 1_000;

/** So many rows can be leafed through, at most. */
export const MOST_LEAFED = MOST_MATCHING;

/** So many rows a list's CSV holds, at most: more is no list for a spreadsheet. */
export const MOST_CSV_ROWS = 50_000;

/** What the rows of a list are called: one, and several where "s" is not enough. */
interface Nouns {
  noun: string;
  nouns?: string;
}

/** How many rows there are, as far as they are counted: "120 claims", "more than 1,000 claims". */
export function totalInWords(total: number, { noun, nouns }: Nouns): string {
  return total > MOST_COUNTED ? `more than ${plural(MOST_COUNTED, noun, nouns)}` : plural(total, noun, nouns);
}

/** The same where there is room for a number alone: "120", "1,000+". */
export const totalInShort = (total: number): string =>
  total > MOST_COUNTED ? `${MOST_COUNTED.toLocaleString("en-US")}+` : total.toLocaleString("en-US");

/** Which rows "all that match" means: "All 120 claims that match", "All that match, up to 10,000 claims". */
export function matchingInWords(total: number, { noun, nouns }: Nouns): string {
  if (total <= MOST_COUNTED) return `All ${plural(total, noun, nouns)} that match`;
  return `All that match, up to ${plural(MOST_MATCHING, noun, nouns)}`;
}

/** What a CSV may leave out of a list that is not counted to its end, told before it is taken; null when it holds everything. */
export function csvLimitInWords(total: number, { noun, nouns }: Nouns): string | null {
  if (total <= MOST_COUNTED) return null;
  const first = `at most the first ${plural(MOST_CSV_ROWS, noun, nouns)}`;
  return `The CSV holds ${first}, in the order of the list. If there are more, filter it, by date perhaps, to take the others.`;
}

/** How a CSV is called: one that leaves rows out says so. */
export function csvName(list: string, { rows, total }: { rows: number; total: number }): string {
  return rows < total ? `${list}-first-${rows}-of-${total}.csv` : `${list}.csv`;
}
