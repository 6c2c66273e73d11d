import { parse } from "csv-parse/sync";
import { splitLine } from "~/registration/import/list-table.server";
import { evenLines } from "~/registration/import/list-text";
import type { RawTable } from "./read-table";
import { countKnown } from "./staff-heads";

const DELIMITERS = ["\t", ";", ",", "|"];
const SEPARATOR = /^\s*"?sep=(.)"?[\s,;]*$/i;
/** The head stands within so many lines. */
const HEAD_WITHIN = 30;

/** A text as its cells: every row with the line on which it begins, as an editor counts lines. */
export function readTextTable(text: string): RawTable {
  const even = evenLines(text);
  const first = even.split("\n", HEAD_WITHIN);
  const named = first.map((line) => SEPARATOR.exec(line)?.[1]).find(Boolean);
  const delimiter = named ?? bestDelimiter(first);
  const rows = readRows(even, delimiter).filter(({ cells }) => !SEPARATOR.test(cells.join(delimiter)));
  return { sheet: null, otherSheets: [], rows };
}

/** What parts most columns that are known by their heads, else most columns. */
function bestDelimiter(lines: readonly string[]): string {
  const scored = DELIMITERS.map((delimiter) => {
    const parted = lines.map((line) => splitLine(line, delimiter));
    const known = Math.max(...parted.map(countKnown));
    return { delimiter, score: known * 1_000 + Math.max(...parted.map(({ length }) => length)) };
  });
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

function readRows(text: string, delimiter: string): RawTable["rows"] {
  const options = { delimiter, relax_quotes: true, relax_column_count: true, trim: delimiter !== "\t" };
  let parsed: { record: string[]; raw: string }[];
  try {
    parsed = parse(text, { ...options, info: true, raw: true, record_delimiter: "\n" }) as unknown as typeof parsed;
  } catch {
    // A quotation mark that nothing closes.
    return byTheLine(text, delimiter, 0);
  }
  let line = 1;
  return parsed.flatMap(({ record, raw }) => {
    const own = line;
    line += raw.match(/\n/g)?.length ?? 0;
    return swallowsRows(record, raw, delimiter) ? byTheLine(raw, delimiter, own - 1) : [{ line: own, cells: record }];
  });
}

/** Whether a cell goes over what are rows of their own: a quotation mark was opened and closed much later. */
function swallowsRows(record: readonly string[], raw: string, delimiter: string): boolean {
  const [, ...later] = raw.trimEnd().split("\n");
  return later.length > 1 && later.some((line) => splitLine(line, delimiter).length >= Math.max(3, record.length));
}

const byTheLine = (text: string, delimiter: string, offset: number): RawTable["rows"] =>
  text
    .replace(/\n$/, "")
    .split("\n")
    .map((raw, index) => ({ line: offset + index + 1, cells: splitLine(raw, delimiter) }));
