import type { ProgramAreaCode } from "../program-areas";

export type Audience = "teacher" | "administrator" | "esa" | "paraeducator" | "other";

/** A meal or a break inside a session, as wall time "HH:MM". */
export interface PauseSeed {
  kind: "meal" | "break";
  start: string;
  end: string;
}

/** How a course usually meets: `count` sessions of the same hours, `everyDays` days apart (wall time "HH:MM"). */
export interface SessionPattern {
  count: number;
  startTime: string;
  endTime: string;
  pauses: PauseSeed[];
  everyDays: number;
}

/** One course of the demo catalog. */
export interface CourseSeed {
  slug: string;
  title: string;
  /** One sentence, at most 160 characters. */
  summary: string;
  /** Two short paragraphs, plain text, parted by a blank line. */
  description: string;
  /** Each completes "Participants will be able to …". */
  objectives: string[];
  standards: string;
  programArea: ProgramAreaCode;
  audiences: Audience[];
  designations: string[];
  modality: "in-person" | "online" | "hybrid";
  sessions: SessionPattern;
  capacity: number;
  /** Seat price in cents, apart from any clock-hour fee. */
  priceCents: number;
}

/** Sessions without pauses: afternoons, evenings and short online series. */
export function meets(
  count: number,
  startTime: string,
  endTime: string,
  everyDays = 7,
  pauses: PauseSeed[] = [],
): SessionPattern {
  return { count, startTime, endTime, pauses, everyDays };
}

/** Full days 8:30–15:30 with 45 minutes of lunch and two breaks of 15: 345 countable minutes a day when breaks do not count. */
export function fullDays(count: number, everyDays = 1): SessionPattern {
  return meets(count, "08:30", "15:30", everyDays, [
    { kind: "break", start: "10:15", end: "10:30" },
    { kind: "meal", start: "12:00", end: "12:45" },
    { kind: "break", start: "14:00", end: "14:15" },
  ]);
}

/** Conference days 8:00–16:00 with an hour of lunch and two breaks of 15: 390 countable minutes a day when breaks do not count. */
export function conferenceDays(count: number): SessionPattern {
  return meets(count, "08:00", "16:00", 1, [
    { kind: "break", start: "10:00", end: "10:15" },
    { kind: "meal", start: "12:00", end: "13:00" },
    { kind: "break", start: "14:30", end: "14:45" },
  ]);
}

/** Minutes of all sessions less meals and breaks, as under the provider policy where breaks do not count (H2, H3). */
export function countableMinutes(pattern: SessionPattern): number {
  const paused = pattern.pauses.reduce((sum, pause) => sum + span(pause.start, pause.end), 0);
  return pattern.count * (span(pattern.startTime, pattern.endTime) - paused);
}

function span(start: string, end: string): number {
  return minuteOfDay(end) - minuteOfDay(start);
}

function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
