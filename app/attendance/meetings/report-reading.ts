import { decodeText } from "~/platform/text/decode-text";
import { isPlainDate } from "~/platform/time/plain-date";
import { addDays, startOfDate } from "~/platform/time/time-zone";
import { findForm, type ReportForm } from "./report-forms";
import { countLines, type ReportRow, withPlainEnds } from "./report-table";
import {
  type DateOrder,
  dayOfWritten,
  orderByNumbers,
  readMinutes,
  readTimeAlone,
  readWrittenTime,
  WallClock,
  type WrittenTime,
} from "./report-times";

import type { MeetingReport, ReportedPerson, ReportedSession } from "./meeting-report";

const MOST_LINES = 50_000;

/**
 * Reads the attendance report of an online meeting: docs/rules/attendance.md.
 * @param order of its dates, where somebody said so; null: as the file says itself
 * @throws RangeError when the session's date or zone does not exist
 */
export function readReportIn(bytes: Uint8Array, session: ReportedSession, order: DateOrder | null): MeetingReport {
  const day = dayOf(session);
  const decoded = decode(bytes);
  const text = withPlainEnds(decoded ?? new TextDecoder("latin1").decode(bytes));
  if (text.trim() === "") return refuse("empty");
  const form = decoded === null ? null : findForm(text);
  if (form?.rows.length === 0) return refuse("empty");
  if (countLines(text) > MOST_LINES) return refuse("too-long");
  if (decoded === null) return refuse("unreadable");
  const written = (form?.cells ?? []).flatMap((cell) => readWrittenTime(cell) ?? []);
  const said = form?.hasDates ? orderByNumbers(written) : null;
  if (said === "contradictory") return refuse("unreadable");
  if (!form) return refuse("not-a-report");
  const clock = new WallClock(session.timeZone);
  if (!form.hasDates) return { ...read(form, clock, { order: null, date: session.date }), dateOrder: "none" };
  const orders: DateOrder[] = said ? [said] : order ? [order] : ["month-first", "day-first"];
  for (const each of orders) {
    const found = read(form, clock, { order: each, date: session.date });
    const touches = found.people.some(({ joins }) => joins.some(({ from, to }) => from < day.end && to > day.start));
    if (touches) return { ...found, dateOrder: each };
  }
  return refuse("other-day");
}

function dayOf({ date, timeZone }: ReportedSession): { start: number; end: number } {
  if (!isPlainDate(date)) throw new RangeError(`date: there is no day ${JSON.stringify(date)}`);
  return { start: startOfDate(date, timeZone), end: startOfDate(addDays(date, 1), timeZone) };
}

/** The text of a file; null where it is none. Signs that no text has tell that an encoding was not the right one. */
function decode(bytes: Uint8Array): string | null {
  const decoded = decodeText(bytes);
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!decoded.ok || /[\u0080-\u0084\u0086-\u009f]/.test(decoded.text)) return null;
  return isWide && decoded.text.includes("\ufffd") ? null : decoded.text;
}

const refuse = (reason: Extract<MeetingReport, { ok: false }>["reason"]): MeetingReport => ({ ok: false, reason });

/** How the times of a report are read: by an order of dates, or as times of one day. */
interface Reading {
  order: DateOrder | null;
  date: string;
}

type Read = Omit<Extract<MeetingReport, { ok: true }>, "dateOrder">;

function read(form: ReportForm, clock: WallClock, reading: Reading): Read {
  const people = new Map<string, ReportedPerson>();
  const badLines: Read["badLines"] = [];
  for (const row of form.rows) {
    const cellOf = (column: keyof ReportForm["head"]) => row.cells[form.head[column] ?? -1] ?? "";
    const found = readRow(form, cellOf, clock, reading);
    if ("bad" in found) badLines.push({ line: row.line, cell: found.bad });
    else add(people, whoIn(cellOf), row, found);
  }
  for (const { joins } of people.values()) joins.sort((a, b) => a.from - b.from || a.to - b.to);
  return { ok: true, from: form.from, people: [...people.values()], badLines };
}

/** What a row adds to its person. */
interface Presence {
  join: { from: number; to: number } | null;
  minutes: number | null;
}

type CellOf = (column: keyof ReportForm["head"]) => string;

function readRow(form: ReportForm, cellOf: CellOf, clock: WallClock, reading: Reading): Presence | { bad: string } {
  if (cellOf("waiting").toLowerCase() === "yes") return { join: null, minutes: null };
  const minutes = form.counts ? readMinutes(cellOf("duration")) : null;
  if (form.head.join === undefined) return minutes === null ? { bad: cellOf("duration") } : { join: null, minutes };
  const from = instantOf(cellOf("join"), clock, reading);
  if (from === null) return { bad: cellOf("join") };
  const to = endOf(cellOf("leave"), from, clock, reading);
  if (to === null || to <= from) return { bad: cellOf("leave") };
  return { join: { from, to }, minutes };
}

function instantOf(cell: string, clock: WallClock, { order, date }: Reading): number | null {
  if (order === null) {
    const seconds = readTimeAlone(cell);
    return seconds === null ? null : clock.at(date, seconds);
  }
  const written: WrittenTime | null = readWrittenTime(cell);
  const day = written && dayOfWritten(written, order);
  return day === null ? null : clock.at(day, written!.seconds);
}

/** Of times without dates, one before the start is the next day's. */
function endOf(cell: string, from: number, clock: WallClock, reading: Reading): number | null {
  const to = instantOf(cell, clock, reading);
  if (to === null || to >= from || reading.order !== null) return to;
  return instantOf(cell, clock, { ...reading, date: addDays(reading.date, 1) });
}

function whoIn(cellOf: CellOf): { name: string; email: string | null } {
  const name = cellOf("name") || [cellOf("first-name"), cellOf("last-name")].filter(Boolean).join(" ");
  return { name, email: cellOf("email").toLowerCase() || null };
}

function add(
  people: Map<string, ReportedPerson>,
  { name, email }: { name: string; email: string | null },
  { line }: ReportRow,
  { join, minutes }: Presence,
): void {
  const key = email === null ? `name ${name}` : `email ${email}`;
  const person = people.get(key) ?? { name, email, joins: [], totalMinutes: null, lines: [] };
  if (join) person.joins.push(join);
  if (minutes !== null) person.totalMinutes = (person.totalMinutes ?? 0) + minutes;
  person.lines.push(line);
  people.set(key, person);
}
