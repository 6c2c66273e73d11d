import { ok, type Outcome, refuse } from "~/platform/outcome";
import { isPlainDate } from "~/platform/time/plain-date";
import { addDays, toInstant } from "~/platform/time/time-zone";
import type { PauseKind } from "./offering-state";

/** A meal or a break as wall time `HH:MM`. */
export interface PauseInput {
  kind: PauseKind;
  start: string;
  end: string;
}

/** A session as people enter it: a date and wall times in the offering's zone (H5). */
export interface SessionInput {
  /** Of a session that exists; absent for a new one. */
  id?: string;
  /** `YYYY-MM-DD` */
  date: string;
  /** `HH:MM`; an end before the start is on the next day. */
  startTime: string;
  endTime: string;
  topic?: string;
  place?: string;
  link?: string;
  pauses: PauseInput[];
  /** Of a session on people's own time: the day on which it closes at the end's time, and the minutes of work. */
  lastDate?: string;
  ownMinutes?: number;
}

/** A session in instants, epoch milliseconds. */
export interface PlannedSession {
  id?: string;
  startsAt: number;
  endsAt: number;
  topic: string | null;
  place: string | null;
  link: string | null;
  /** Minutes of work of a session on people's own time; absent or null: one that people attend. */
  ownMinutes?: number | null;
  pauses: { kind: PauseKind; startsAt: number; endsAt: number }[];
}

/**
 * Sessions in instants and in order. Refuses one that has no length or no real date, a pause outside its session, and
 * two that people attend and that overlap: hours would count twice. A session on people's own time may lie around others; it is
 * refused where it is open for less time than its work takes.
 */
export function planSessions(
  inputs: readonly SessionInput[],
  timeZone: string,
): Outcome<PlannedSession[], "bad-session" | "bad-pause" | "sessions-overlap" | "own-time-too-short"> {
  const planned: PlannedSession[] = [];
  for (const [index, input] of inputs.entries()) {
    const session = planSession(input, timeZone);
    if (!session) return refuse("bad-session", { session: index + 1 });
    if (session.endsAt - session.startsAt < (session.ownMinutes ?? 0) * MINUTE_MS) {
      return refuse("own-time-too-short", { session: index + 1 });
    }
    const outside = session.pauses.some(
      (pause) => pause.startsAt < session.startsAt || pause.endsAt > session.endsAt || pause.endsAt <= pause.startsAt,
    );
    if (outside) return refuse("bad-pause", { session: index + 1 });
    planned.push(session);
  }
  planned.sort((a, b) => a.startsAt - b.startsAt);
  const attended = planned.filter(({ ownMinutes }) => ownMinutes == null);
  const overlapping = attended.find((session, index) => index > 0 && session.startsAt < attended[index - 1]!.endsAt);
  if (overlapping) return refuse("sessions-overlap", { session: planned.indexOf(overlapping) + 1 });
  return ok(planned);
}

/** The same session again, `times` more times and `everyDays` days apart, at the same wall time (H5). */
export function repeatSession(session: SessionInput, times: number, everyDays: number): SessionInput[] {
  const { id: _id, ...copy } = session;
  return Array.from({ length: times }, (_, index) => ({
    ...copy,
    date: addDays(session.date, (index + 1) * everyDays),
    ...(session.lastDate && { lastDate: addDays(session.lastDate, (index + 1) * everyDays) }),
    pauses: session.pauses.map((pause) => ({ ...pause })),
  }));
}

const MINUTE_MS = 60_000;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

function planSession(input: SessionInput, timeZone: string): PlannedSession | null {
  if (input.ownMinutes !== undefined) return planOwnTime(input, input.ownMinutes, timeZone);
  const { date, startTime, endTime } = input;
  if (!isPlainDate(date) || !TIME.test(startTime) || !TIME.test(endTime) || startTime === endTime) return null;
  const next = addDays(date, 1);
  // A wall time before the start belongs to the next day: an evening that runs past midnight.
  const instant = (time: string) => toInstant(`${time < startTime ? next : date}T${time}`, timeZone);
  const session = { startsAt: instant(startTime), endsAt: instant(endTime) };
  if (session.endsAt <= session.startsAt) return null;
  return {
    id: input.id,
    ...session,
    topic: input.topic || null,
    place: input.place || null,
    link: input.link || null,
    ownMinutes: null,
    pauses: input.pauses
      .filter((pause) => TIME.test(pause.start) && TIME.test(pause.end))
      .map((pause) => ({ kind: pause.kind, startsAt: instant(pause.start), endsAt: instant(pause.end) })),
  };
}

/** A session on people's own time: no pauses, no link to join. */
function planOwnTime(input: SessionInput, ownMinutes: number, timeZone: string): PlannedSession | null {
  const { id, date, lastDate, startTime, endTime, topic, place } = input;
  if (!isPlainDate(date) || !lastDate || !isPlainDate(lastDate)) return null;
  if (!TIME.test(startTime) || !TIME.test(endTime) || ownMinutes < 1) return null;
  const startsAt = toInstant(`${date}T${startTime}`, timeZone);
  const endsAt = toInstant(`${lastDate}T${endTime}`, timeZone);
  if (endsAt <= startsAt) return null;
  return { id, startsAt, endsAt, topic: topic || null, place: place || null, link: null, ownMinutes, pauses: [] };
}
