import {
  callsForSocialSecurityNumber,
  holdsSocialSecurityNumber,
  isSocialSecurityNumber,
} from "~/platform/text/social-security-number";
import { tidyCell } from "~/registration/import/list-text";
import { countKnown } from "./staff-heads";
import { MOST_STAFF_LINES } from "~/hr/staff-lists/staff-list-state";

/** A file as its cells, before anything is known of its columns. */
export interface RawTable {
  sheet: string | null;
  otherSheets: string[];
  rows: { line: number; cells: string[] }[];
}

/** The same under its head. */
export interface ReadTable {
  sheet: string | null;
  otherSheets: string[];
  heads: string[];
  /** The head's own line. */
  headLine: number;
  rows: { line: number; cells: string[] }[];
}

/** What was read of a file, or in one line why nothing was. */
export type TableRead<Table = ReadTable> = { ok: true; table: Table } | { ok: false; words: string };

/** Stands where a cell was shaped like a Social Security number, which is not kept (P1). */
export const NOT_KEPT = "(not kept)";

/** The head stands within so many lines. */
const HEAD_WITHIN = 30;
const MOST_COLUMNS = 120;
const LONGEST_CELL = 300;

/** Finds the head of a table: the line with most columns that are known, at least two, near its beginning. */
export function findHead(rows: RawTable["rows"]): number {
  const scores = rows.slice(0, HEAD_WITHIN).map(({ cells }) => countKnown(cells.slice(0, MOST_COLUMNS).map(tidyCell)));
  const best = Math.max(0, ...scores);
  return best < 2 ? -1 : scores.indexOf(best);
}

/** A table under its head, with nothing in it that may not be kept; or why it cannot be taken. */
export function headTable({ sheet, otherSheets, rows }: RawTable): TableRead {
  const at = findHead(rows);
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (filled.length === 0) return { ok: false, words: "This file is empty." };
  if (at < 0) return { ok: false, words: NO_HEAD };
  const head = rows[at]!;
  const heads = trimEnd(head.cells.map((cell) => tidyCell(cell).slice(0, LONGEST_CELL)));
  if (heads.length > MOST_COLUMNS) return { ok: false, words: `A staff list has ${MOST_COLUMNS} columns at most.` };
  const forbidden = heads.find(callsForSocialSecurityNumber);
  if (forbidden !== undefined)
    return {
      ok: false,
      words: `The column “${forbidden}” is for Social Security numbers. Hourbook never keeps one, not even a part: take the column out of the file. Nothing of it was kept.`,
    };
  const read = rows
    .slice(at + 1)
    .map(({ line, cells }) => ({ line, cells: heads.map((_head, index) => readCell(cells[index] ?? "")) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (read.length === 0) return { ok: false, words: "This file has a head and no line below it." };
  if (read.length > MOST_STAFF_LINES)
    return { ok: false, words: `One staff list takes ${MOST_STAFF_LINES.toLocaleString("en-US")} lines.` };
  return { ok: true, table: { sheet, otherSheets, heads, headLine: head.line, rows: read } };
}

const NO_HEAD =
  "No line of this file says what its columns are. Put a line first with names such as Employee ID, Last name, First name, Role, Start date.";

function readCell(text: string): string {
  const cell = tidyCell(text).slice(0, LONGEST_CELL);
  return isSocialSecurityNumber(cell) || holdsSocialSecurityNumber(cell) ? NOT_KEPT : cell;
}

function trimEnd(cells: string[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== "");
  return cells.slice(0, last + 1);
}
