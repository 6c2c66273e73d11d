import { isPlainDate } from "~/platform/time/plain-date";

/** What the cells of a column hold: a text as it stands, a number, a day `YYYY-MM-DD`, or a wall time `YYYY-MM-DD HH:MM`. */
export const CELL_KINDS = ["text", "number", "amount", "day", "time"] as const;
export type CellKind = (typeof CELL_KINDS)[number];

/** What a cell says; an empty text is an empty cell. */
export type CellValue = string | number;

/** Characters of one cell, as Excel takes them. */
export const LONGEST_CELL = 32_767;

/** "A", "Z", "AA": a column by its number, from 0. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

const EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** A day as a spreadsheet counts it, from 30 December 1899; null where there is no such day, or none that Excel counts right. */
export function serialOfDay(day: string): number | null {
  if (!isPlainDate(day) || day < "1900-03-01") return null;
  return (Date.parse(`${day}T00:00:00Z`) - EPOCH) / DAY_MS;
}

/** The same of a wall time, to the minute. */
export function serialOfTime(time: string): number | null {
  const [, day, hours, minutes] = /^(\S+)[ T]([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  const serial = day === undefined ? null : serialOfDay(day);
  return serial === null ? null : serial + (Number(hours) * 60 + Number(minutes)) / 1_440;
}

/**
 * A text within XML as workbooks write it: what XML has no sign for stands as `_x0000_`, and a text that happens to look like
 * that is marked, so that it is read as it was.
 */
export function cellText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll(UNWRITABLE, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

// XML drops or changes these: control signs, and the carriage return, which it takes for a line break.
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g;

const NUMBER = /^-?\d{1,15}(\.\d{1,10})?$/;

/** What a cell holds as a number; null where it is a text after all, whatever the column says. */
export function numberIn(kind: CellKind, value: CellValue): number | null {
  if (kind === "text") return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (kind === "number" || kind === "amount") return NUMBER.test(value) ? Number(value) : null;
  if (kind === "day") return serialOfDay(value);
  return kind === "time" ? serialOfTime(value) : null;
}
