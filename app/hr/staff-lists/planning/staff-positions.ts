import type { StaffLine } from "~/hr/staff-lists/reading/staff-line";
import { fold } from "~/platform/text/fold";
import { addDays } from "~/platform/time/time-zone";
import { plainId } from "./staff-match";

/** Lines of people whom a system names once for each position. */
export interface JoinedPositions {
  /** By the number of the line that stands for all of somebody's: what they say together, and the numbers of all. */
  joined: Map<number, { line: StaffLine; numbers: number[] }>;
  /** By the numbers of the others: of which line. */
  standIns: Map<number, number>;
}

/**
 * Joins the lines of one person, one employee ID and one name, whose days follow each other: the first says what they do and
 * where, all of them since when and until when. Lines that contradict each other, or leave days between them, stay as they are.
 */
export function joinPositions(lines: readonly StaffLine[]): JoinedPositions {
  const joined: JoinedPositions["joined"] = new Map();
  const standIns: JoinedPositions["standIns"] = new Map();
  const numbered = lines.filter(({ employeeId }) => employeeId !== null);
  for (const group of Map.groupBy(numbered, ({ employeeId }) => plainId(employeeId!)).values()) {
    const [first, ...others] = group;
    if (!first || others.length === 0 || !isOnePerson(group) || leavesDaysOut(group)) continue;
    joined.set(first.line, { line: joinOf(group), numbers: group.map(({ line }) => line) });
    for (const { line } of others) standIns.set(line, first.line);
  }
  return { joined, standIns };
}

const isOnePerson = (lines: readonly StaffLine[]): boolean =>
  isOne(lines.map(({ first, last }) => fold(`${last}, ${first}`))) &&
  isOne(lines.map(({ email }) => email)) &&
  isOne(lines.map(({ certificateNumber }) => certificateNumber));

const isOne = (values: readonly (string | null)[]): boolean =>
  new Set(values.filter((value) => value !== null)).size <= 1;

const FOREVER = "9999-12-31";

/** Whether somebody was away between two of these lines. */
function leavesDaysOut(lines: readonly StaffLine[]): boolean {
  const spans = lines
    .flatMap(({ fromDate, toDate }) => (fromDate === null ? [] : [{ from: fromDate, to: toDate ?? FOREVER }]))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  let until = spans[0]?.to ?? FOREVER;
  for (const { from, to } of spans) {
    if (until !== FOREVER && from > addDays(until, 1)) return true;
    if (to > until) until = to;
  }
  return false;
}

/** What lines say together; an empty cell of the first is filled by the next that says something. */
function joinOf(lines: readonly StaffLine[]): StaffLine {
  const [first] = lines;
  const said = <Key extends keyof StaffLine>(key: Key) => lines.map((line) => line[key]).find((part) => part !== null)!;
  const begins = lines.flatMap(({ fromDate }) => fromDate ?? []).sort();
  const ends = lines.map(({ toDate }) => toDate);
  return {
    ...first!,
    email: said("email") ?? null,
    certificateNumber: said("certificateNumber") ?? null,
    building: said("building") ?? null,
    title: said("title") ?? null,
    roleKind: said("roleKind") ?? null,
    fromDate: begins[0] ?? null,
    toDate: ends.includes(undefined) ? undefined : ends.includes(null) ? null : ends.sort().at(-1),
  };
}
