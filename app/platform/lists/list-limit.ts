import { plural } from "~/platform/format";

/** So many rows are done something with at once, at most. */
export const MOST_MATCHING = 10_000;

/** So many rows a list's CSV holds, at most: more is no list for a spreadsheet. */
export const MOST_CSV_ROWS = 50_000;

/** What the rows of a list are called: one, and several where "s" is not enough. */
interface Nouns {
  noun: string;
  nouns?: string;
}

const number = (count: number): string => count.toLocaleString("en-US");

/** Which rows "all that match" means: "All 120 claims that match", "The first 10,000 of 12,345 claims that match". */
export function matchingInWords(total: number, { noun, nouns }: Nouns): string {
  const all = plural(total, noun, nouns);
  return total > MOST_MATCHING ? `The first ${number(MOST_MATCHING)} of ${all} that match` : `All ${all} that match`;
}

/** What a CSV leaves out of a list, told before it is taken; null when it holds everything. */
export function csvLimitInWords(total: number, { noun, nouns }: Nouns): string | null {
  if (total <= MOST_CSV_ROWS) return null;
  const first = `the first ${number(MOST_CSV_ROWS)} of ${plural(total, noun, nouns)}`;
  return `The CSV holds ${first}, in the order of the list. Filter it, by date perhaps, to take the others.`;
}

/** How a CSV is called: one that leaves rows out says so. */
export function csvName(list: string, { rows, total }: { rows: number; total: number }): string {
  return rows < total ? `${list}-first-${rows}-of-${total}.csv` : `${list}.csv`;
}
