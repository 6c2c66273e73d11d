import { formatTime } from "~/platform/format";
import type { Presence } from "./presence";

const MINUTE_MS = 60_000;

/** How a person stands at a session, as a word and a tone. */
export interface PresenceWords {
  tone: "good" | "waiting" | "attention" | "ended" | "neutral";
  text: string;
  /** Where they stand for the buttons: `self` waits for the facilitator's confirmation. */
  state: "unmarked" | "self" | "in" | "out" | "absent";
  /** "12 min late", "left 30 min early"; empty when neither. */
  lateness: string;
}

interface SessionTimes {
  startsAt: number;
  endsAt: number;
  timeZone: string;
  /** Of a session on people's own time. */
  ownMinutes?: number | null;
  steps?: readonly unknown[];
}

/**
 * Says in words how a person stands at a session.
 * @param joinedOnline whether they checked in by themselves by joining online
 */
export function describePresence(presence: Presence, session: SessionTimes, joinedOnline = false): PresenceWords {
  if (session.ownMinutes != null) return ownTimeWords(presence.done.length, session.steps?.length ?? 0);
  return { ...wordsOf(presence, session, joinedOnline), lateness: describeLateness(presence, session) };
}

function ownTimeWords(done: number, steps: number): PresenceWords {
  if (done === 0) return { tone: "neutral", state: "unmarked", text: "No step done", lateness: "" };
  const text = done < steps ? `${done} of ${steps} steps done` : `All ${steps} steps done`;
  return { tone: "good", state: "out", text: steps === 1 ? "The step is done" : text, lateness: "" };
}

function wordsOf(
  presence: Presence,
  { startsAt, endsAt, timeZone: zone }: SessionTimes,
  joinedOnline: boolean,
): Omit<PresenceWords, "lateness"> {
  const { intervals, openSince, selfSince, marked, anomalies } = presence;
  if (selfSince !== null) {
    const how = joinedOnline ? "Joined online" : "Checked in";
    return { tone: "attention", state: "self", text: `${how} by themselves at ${formatTime(selfSince, zone)}` };
  }
  if (openSince !== null) return { tone: "good", state: "in", text: `Arrived ${formatTime(openSince, zone)}` };
  if (intervals.length > 0) {
    const [only, ...more] = intervals;
    if (only && more.length === 0 && only.from <= startsAt && only.to >= endsAt) {
      return { tone: "good", state: "out", text: "Present from start to end" };
    }
    const spans = intervals.map(({ from, to }) => `${formatTime(from, zone)}, left ${formatTime(to, zone)}`);
    return { tone: "good", state: "out", text: `Arrived ${spans.join("; back ")}` };
  }
  if (anomalies.length > 0) return { tone: "attention", state: "out", text: "No time counted" };
  return marked
    ? { tone: "ended", state: "absent", text: "Absent" }
    : { tone: "neutral", state: "unmarked", text: "Not marked" };
}

/** Whole minutes from the start to the first arrival, and from the last departure to the end (T1). */
export function latenessOf(
  { intervals, openSince }: Pick<Presence, "intervals" | "openSince">,
  { startsAt, endsAt }: Omit<SessionTimes, "timeZone">,
): { late: number; early: number } {
  const cameAt = intervals[0]?.from ?? openSince ?? startsAt;
  const leftAt = openSince === null ? (intervals.at(-1)?.to ?? endsAt) : endsAt;
  const minutes = (ms: number) => Math.max(0, Math.floor(ms / MINUTE_MS));
  return { late: minutes(cameAt - startsAt), early: minutes(endsAt - leftAt) };
}

function describeLateness(presence: Pick<Presence, "intervals" | "openSince">, session: SessionTimes): string {
  const { late, early } = latenessOf(presence, session);
  return [late > 0 ? `${spell(late)} late` : "", early > 0 ? `left ${spell(early)} early` : ""]
    .filter(Boolean)
    .join(", ");
}

/** 25 → "25 min", 95 → "1 h 35 min". */
function spell(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} h` : "", rest > 0 ? `${rest} min` : ""].filter(Boolean).join(" ");
}
