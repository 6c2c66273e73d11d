import type { MarkKind } from "./mark-kind";

/** Apart by more than this, a device's clock and the server's disagree. */
const CLOCK_TOLERANCE_MS = 120_000;

/** A mark as far as presence needs it. Instants are epoch milliseconds. */
export interface PresenceMark {
  id: string;
  kind: MarkKind;
  at: number;
  deviceTime: number;
  serverTime: number;
  voidsMarkId: string | null;
}

/**
 * What a facilitator should look at before confirming:
 * - `open-end`: an in without an out, which counts nothing until it is confirmed
 * - `out-without-in`, `repeated-in`: one mark of a pair is missing or doubled
 * - `outside`: a mark before the session's start or after its end
 * - `clock-off`: the device's clock was more than two minutes off
 */
export type Anomaly = "open-end" | "out-without-in" | "repeated-in" | "outside" | "clock-off";

/** Anomalies in words. */
export const ANOMALY_LABELS: Record<Anomaly, string> = {
  "open-end": "In without an out",
  "out-without-in": "Out without an in",
  "repeated-in": "Marked in twice",
  outside: "Mark outside the session",
  "clock-off": "Device clock was off",
};

export interface Presence {
  /** Stretches of presence, in order; not yet cut to the session. */
  intervals: { from: number; to: number }[];
  /** When an in still waits for its out. */
  openSince: number | null;
  anomalies: Anomaly[];
  /** Whether anything was marked at all, an absence included. */
  marked: boolean;
}

/**
 * Derives a person's presence at one session from their marks (T1).
 *
 * Voided marks count nothing. An absence undoes what was marked before it. "Present" for all stands for the whole
 * session, unless an in or out of the person's own says when they really came or left.
 */
export function derivePresence(
  session: { startsAt: number; endsAt: number },
  marks: readonly PresenceMark[],
): Presence {
  const valid = standingMarks(marks);
  const presentAll = valid.some((mark) => mark.kind === "present-all");
  const events = valid.filter((mark) => mark.kind === "in" || mark.kind === "out").sort((a, b) => a.at - b.at);
  const anomalies = new Set<Anomaly>();
  const intervals: Presence["intervals"] = [];
  let openSince = presentAll && events[0]?.kind !== "in" ? session.startsAt : null;

  for (const { kind, at, deviceTime, serverTime } of events) {
    if (at < session.startsAt || at > session.endsAt) anomalies.add("outside");
    if (Math.abs(deviceTime - serverTime) > CLOCK_TOLERANCE_MS) anomalies.add("clock-off");
    if (kind === "in") {
      if (openSince === null) openSince = at;
      else anomalies.add("repeated-in");
    } else if (openSince === null) {
      anomalies.add("out-without-in");
    } else {
      intervals.push({ from: openSince, to: at });
      openSince = null;
    }
  }
  if (openSince !== null && presentAll) {
    intervals.push({ from: openSince, to: Math.max(openSince, session.endsAt) });
    openSince = null;
  }
  if (openSince !== null) anomalies.add("open-end");
  return { intervals, openSince, anomalies: [...anomalies], marked: marks.length > 0 };
}

/** The marks that stand: neither void nor voided, and since the last absence. */
function standingMarks(marks: readonly PresenceMark[]): PresenceMark[] {
  const voided = new Set(marks.map((mark) => mark.voidsMarkId));
  const standing = marks
    .filter((mark) => mark.kind !== "void" && !voided.has(mark.id))
    .sort((a, b) => a.serverTime - b.serverTime || (a.id < b.id ? -1 : 1));
  return standing.slice(standing.findLastIndex((mark) => mark.kind === "absent") + 1);
}
