import { parse } from "csv-parse/sync";
import { callsForSocialSecurityNumber } from "~/platform/text/social-security-number";
import { countAddresses } from "./address-list";
import { type ColumnChoice, nameHeads, readHeads } from "./list-heads";
import { tidyCell } from "./list-text";

/** One row as it was given; `line` counts from 1 in the whole text. */
export interface RawRow {
  line: number;
  raw: string;
  cells: string[];
}

/** A part of a list: rows under one head, or none. */
export interface ListPart {
  head: { line: number; cells: string[]; columns: ColumnChoice[] } | null;
  rows: RawRow[];
}

const DELIMITERS = ["\t", ";", ",", "|"];
const SEPARATOR = /^\s*"?sep=(.)"?[\s,;]*$/i;

/** The parts of a text with even lines: every line that is a head begins one. */
export function splitParts(text: string): ListPart[] {
  const lines = text.split("\n");
  const starts = findHeads(lines);
  const bounds = [...starts.keys(), lines.length];
  const before = readPart(lines.slice(0, bounds[0]), 0, null);
  const parts = bounds.slice(0, -1).map((from, index) => {
    const delimiter = starts.get(from)!;
    return readPart(lines.slice(from, bounds[index + 1]), from, delimiter);
  });
  return [before, ...parts].filter(({ head, rows }) => head !== null || rows.length > 0);
}

/** The lines that are heads, with what parts their columns: by a line `sep=;` before them, or as it fits best. */
function findHeads(lines: readonly string[]): Map<number, string> {
  const starts = new Map<number, string>();
  let quotes = 0;
  lines.forEach((line, index) => {
    const named = index > 0 ? SEPARATOR.exec(lines[index - 1]!)?.[1] : undefined;
    if (quotes % 2 === 0 && line.length < 10_000 && countAddresses(line) === 0) {
      const delimiter = named ?? bestDelimiter(line);
      const cells = splitLine(line, delimiter);
      if (readHeads(cells) && (index === 0 || cells.length > 1 || isFirst(lines, index))) starts.set(index, delimiter);
    }
    quotes += line.match(/"/g)?.length ?? 0;
  });
  return starts;
}

const isFirst = (lines: readonly string[], index: number): boolean =>
  lines.slice(0, index).every((line) => line.trim() === "" || SEPARATOR.test(line));

/** What parts most columns that are known by their head, or else most columns. */
function bestDelimiter(line: string): string {
  const scored = DELIMITERS.map((delimiter) => {
    const cells = splitLine(line, delimiter);
    const known = nameHeads(cells).filter((column) => column !== "unread").length;
    return { delimiter, score: known * 1_000 + cells.length };
  });
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

function readPart(lines: readonly string[], offset: number, delimiter: string | null): ListPart {
  const separator = lines.map((line) => SEPARATOR.exec(line)?.[1]).find(Boolean);
  const rows = readRows(lines.join("\n"), delimiter ?? separator ?? bestDelimiter(lines.join("\n").slice(0, 10_000)))
    .map((row) => ({ ...row, line: row.line + offset, cells: row.cells.map(tidyCell) }))
    .filter(({ raw, cells }) => cells.some((cell) => cell !== "") && !SEPARATOR.test(raw));
  const [first, ...others] = rows;
  if (!first) return { head: null, rows: [] };
  const columns = delimiter === null ? guessColumns(first, others) : nameHeads(first.cells);
  return columns ? { head: { ...first, columns }, rows: others } : { head: null, rows };
}

/** A full first row without an address, above rows as wide that have one in the same column, is a head in words of its own. */
function guessColumns(first: RawRow, rows: readonly RawRow[]): ColumnChoice[] | null {
  if (first.cells.length < 2 || first.raw.includes("@") || first.cells.includes("")) return null;
  const at = rows.map(({ cells }) => cells.findIndex((cell) => cell.includes("@"))).filter((index) => index >= 0);
  const [column] = at;
  const alike = at.every((index) => index === column) && rows.every(({ cells }) => cells.length === first.cells.length);
  if (column === undefined || !alike) return null;
  return nameHeads(first.cells).map((kind, index) => (index === column ? "email" : kind));
}

/** Every row with the line on which it begins. Quotes that do not pair up end with their line. */
function readRows(text: string, delimiter: string): RawRow[] {
  const options = { delimiter, relax_quotes: true, relax_column_count: true, trim: delimiter !== "\t", info: true };
  let parsed: { record: string[]; raw: string }[];
  try {
    parsed = parse(text, { ...options, raw: true, record_delimiter: "\n" }) as unknown as typeof parsed;
  } catch {
    return byTheLine(text, delimiter, 0);
  }
  let line = 1;
  return parsed.flatMap(({ record, raw }) => {
    const own = line;
    line += raw.match(/\n/g)?.length ?? 0;
    if (swallowsRows(record, raw, delimiter)) return byTheLine(raw, delimiter, own - 1);
    return [{ line: own, raw: raw.replace(/\n$/, ""), cells: record }];
  });
}

/** Whether a cell goes over what are other people's rows: a quotation mark was opened and never closed. */
function swallowsRows(record: readonly string[], raw: string, delimiter: string): boolean {
  const [, ...later] = raw.trimEnd().split("\n");
  return later.some(
    (line) => countAddresses(line) > 0 && splitLine(line, delimiter).length >= Math.max(2, record.length),
  );
}

function byTheLine(text: string, delimiter: string, offset: number): RawRow[] {
  return text
    .replace(/\n$/, "")
    .split("\n")
    .map((raw, index) => ({ line: offset + index + 1, raw, cells: splitLine(raw, delimiter) }));
}

/** The cells of one line. */
export function splitLine(line: string, delimiter: string): string[] {
  const options = { delimiter, relax_column_count: true, trim: delimiter !== "\t" };
  try {
    return parse(line, { ...options, relax_quotes: true })[0] ?? [""];
  } catch {
    return line.split(delimiter);
  }
}

/** The cells of one line without a head, by whatever parts most of them. */
export const splitFreely = (line: string): string[] => splitLine(line, bestDelimiter(line)).map(tidyCell);

/** The columns of a head that say that they hold Social Security numbers (P1). */
export const forbiddenColumns = (cells: readonly string[]): number[] =>
  cells.flatMap((cell, index) => (callsForSocialSecurityNumber(cell) ? [index] : []));
