import { type Head, isBlockHead, isOfTeams, readHead, sectionOf, type TeamsSection } from "./report-heads";
import { type ReportRow, rowsOf } from "./report-table";

/** A report whose form was recognised: where its columns are, and its rows. */
export interface ReportForm {
  from: "zoom" | "teams" | "google-meet";
  head: Head;
  /** The rows of people, without the head. */
  rows: ReportRow[];
  /** Whether its times have dates. */
  hasDates: boolean;
  /** Whether a row's duration counts: in totals, and beside one span; not beside each join. */
  counts: boolean;
  /** Every cell of the file, for what only the whole says. */
  cells: string[];
}

/** How cells are parted in reports, and in what spreadsheets made of them. */
const DELIMITERS = ["\t", ",", ";"];

/** The form of a report, by the words of its heads; null for anything else. */
export function findForm(text: string): ReportForm | null {
  for (const delimiter of DELIMITERS) {
    const rows = rowsOf(text, delimiter);
    const form = findTeams(rows) ?? findTable(rows);
    if (form) return { ...form, cells: rows.flatMap(({ cells }) => cells) };
  }
  return null;
}

type Found = Omit<ReportForm, "cells">;

function findTeams(rows: readonly ReportRow[]): Found | null {
  const starts = rows.flatMap((row, at) => {
    const section = sectionOf(row);
    return section ? [{ section, at }] : [];
  });
  const tableOf = (wanted: TeamsSection) => {
    const nth = starts.findIndex(({ section }) => section === wanted);
    if (nth < 0) return null;
    const [first, ...others] = rows.slice(starts[nth]!.at + 1, starts[nth + 1]?.at);
    const head = first && readHead(first);
    return head?.name !== undefined && head.join !== undefined ? { head, rows: others } : null;
  };
  const [activities, participants] = [tableOf("activities"), tableOf("participants")];
  const isSpan = !activities?.rows.length && participants !== null;
  const table = isSpan ? participants : activities;
  return table && { from: "teams", ...table, hasDates: true, counts: isSpan };
}

/** A table with one head somewhere above its rows: of Zoom, by joins or totals, or of Google Meet. */
function findTable(rows: readonly ReportRow[]): Found | null {
  for (const [at, row] of rows.entries()) {
    const kind = kindOf(row);
    if (kind) return { ...kind, head: readHead(row), rows: rows.slice(at + 1) };
  }
  return null;
}

/** What a row's words make it the head of. */
function kindOf(row: ReportRow): Omit<Found, "head" | "rows"> | null {
  const head = readHead(row);
  const byJoins = head.join !== undefined && head.leave !== undefined;
  if (byJoins && head["first-name"] !== undefined) return { from: "google-meet", hasDates: false, counts: true };
  if (head.name === undefined) return null;
  if (byJoins) return { from: isOfTeams(row) ? "teams" : "zoom", hasDates: true, counts: false };
  const isTotal = head.duration !== undefined && !isBlockHead(row) && /minutes|total/i.test(row.cells[head.duration]!);
  return isTotal ? { from: "zoom", hasDates: false, counts: true } : null;
}
