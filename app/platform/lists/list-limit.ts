import { plural } from "~/platform/format";

/** So many rows are done something with at once, at most. */
export const MOST_MATCHING = 10_000;

/** So many rows of a list are counted and can be leafed through, at most: more is nothing that anybody reads. */
export const MOST_COUNTED = MOST_MATCHING;

/** So many rows a list's CSV holds, at most: more is no list for a spreadsheet. */
export const MOST_CSV_ROWS = 50_000;

/** What the rows of a list are called: one, and several where "s" is not enough. */
interface Nouns {
  noun: string;
  nouns?: string;
}

const number = (count: number): string => count.toLocaleString("en-US");

/** How many rows there are, as far as they are counted: "120 claims", "more than 10,000 claims". */
export function totalInWords(total: number, { noun, nouns }: Nouns): string {
  return total > MOST_COUNTED ? `more than ${plural(MOST_COUNTED, noun, nouns)}` : plural(total, noun, nouns);
}

/** Which rows "all that match" means: "All 120 claims that match", "The first 10,000 of more than 10,000 claims that match". */
export function matchingInWords(total: number, nouns: Nouns): string {
  const all = totalInWords(total, nouns);
  return total > MOST_MATCHING ? `The first ${number(MOST_MATCHING)} of ${all} that match` : `All ${all} that match`;
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
