import type { MarkKind, MarkMethod } from "~/attendance/marks/mark-kind";
import { deriveOwnTime, type DoneStep, type PresenceStep } from "./own-time";

/** Apart by more than this, two clocks disagree: a device's and the server's, or two devices' about one arrival. */
export const CLOCK_TOLERANCE_MS = 120_000;

/** A mark as far as presence needs it. Instants are epoch milliseconds. */
export interface PresenceMark {
  id: string;
  kind: MarkKind;
  at: number;
  deviceTime: number;
  serverTime: number;
  /** Of a mark that waited on its device without a network: what is added to its time, and whether that is sure. */
  clockOffset: number | null;
  clockDoubt: boolean | null;
  /** The browser that it was made in; null where that is not known. */
  device: string | null;
  recordedBy: string;
  method: MarkMethod;
  voidsMarkId: string | null;
  /** The step that it says was completed. */
  stepId?: string | null;
}

/**
 * What a facilitator should look at before confirming:
 * - `self-unconfirmed`: somebody checked in by themselves, which counts nothing until the facilitator confirms it
 * - `open-end`: an in without an out, which counts nothing until it is confirmed
 * - `out-without-in`, `repeated-in`: one mark of a pair is missing or doubled
 * - `devices-disagree`: two devices, or two people, marked one arrival or one departure more than two minutes apart
 * - `outside`: a mark before the session's start or after its end
 * - `clock-off`: the device's clock was more than two minutes off
 */
export const ANOMALIES = [
  "self-unconfirmed",
  "open-end",
  "out-without-in",
  "repeated-in",
  "devices-disagree",
  "outside",
  "clock-off",
] as const;
export type Anomaly = (typeof ANOMALIES)[number];

/** Anomalies in words. */
export const ANOMALY_LABELS: Record<Anomaly, string> = {
  "self-unconfirmed": "Checked in by themselves",
  "open-end": "In without an out",
  "out-without-in": "Out without an in",
  "repeated-in": "Marked in twice",
  "devices-disagree": "Two devices disagree",
  outside: "Mark outside the session",
  "clock-off": "Device clock was off",
};

export interface Presence {
  /** Stretches of presence, in order; not yet cut to the session. */
  intervals: { from: number; to: number }[];
  /** When an in still waits for its out. */
  openSince: number | null;
  /** When the person checked in by themselves, while nobody has confirmed it. */
  selfSince: number | null;
  anomalies: Anomaly[];
  /** Whether anything is marked that was not voided, an absence included. */
  marked: boolean;
  /** Steps that were completed of a session on people's own time; empty for one that people attend. */
  done: DoneStep[];
}

interface SessionTimes {
  startsAt: number;
  endsAt: number;
  /** Minutes of work of a session on people's own time, and its steps. */
  ownMinutes?: number | null;
  steps?: readonly PresenceStep[];
}

/** Whether somebody was there at all: for a while, or with a step that they completed. */
export const wasThere = ({ intervals, done }: { intervals: readonly unknown[]; done: readonly unknown[] }): boolean =>
  intervals.length > 0 || done.length > 0;

/**
 * Derives a person's presence at one session from their marks (T1); docs/rules/attendance.md tells it with an example.
 *
 * Voided marks count nothing. An absence undoes what was marked before it. "Present" for all stands for the whole
 * session, unless an in or out of the person's own says when they really came or left. Where two devices disagree, the
 * first in and the first out count until somebody voids the wrong one. A self check-in never counts by itself. A session on
 * people's own time has no stretches of presence, but steps that were completed.
 */
export function derivePresence(session: SessionTimes, marks: readonly PresenceMark[]): Presence {
  if (session.ownMinutes != null) {
    return deriveOwnTime({ startsAt: session.startsAt, steps: session.steps ?? [] }, effectiveMarks(marks));
  }
  const effective = effectiveMarks(marks);
  const staff = effective.filter((mark) => mark.method !== "self");
  const presence = pairMarks(session, staff);
  const selfSince = findUnanswered(effective, staff, presence);
  if (selfSince !== null) presence.anomalies.add("self-unconfirmed");
  const anomalies = ANOMALIES.filter((anomaly) => presence.anomalies.has(anomaly));
  return { ...presence, selfSince, anomalies, marked: isMarked(marks), done: [] };
}

/** Whether a mark of a person stands that was not voided. Whoever's marks were all voided can be marked again with everyone. */
export const isMarked = (marks: readonly PresenceMark[]): boolean => listStanding(marks).length > 0;

/** The marks that are neither void nor voided. */
export function listStanding<Mark extends Pick<PresenceMark, "id" | "kind" | "voidsMarkId">>(
  marks: readonly Mark[],
): Mark[] {
  const voided = new Set(marks.map(({ voidsMarkId }) => voidsMarkId));
  return marks.filter(({ id, kind }) => kind !== "void" && !voided.has(id));
}

interface Pairs {
  intervals: Presence["intervals"];
  openSince: number | null;
  anomalies: Set<Anomaly>;
}

/** Pairs ins with outs in the order of the moments that they are about. */
function pairMarks(session: SessionTimes, staff: readonly PresenceMark[]): Pairs {
  const presentAll = staff.some((mark) => mark.kind === "present-all");
  const events = staff
    .filter(({ kind }) => kind === "in" || kind === "out")
    .sort((a, b) => a.at - b.at || ofReports(a, b));
  const anomalies = new Set(events.flatMap((mark) => doubtsAbout(session, mark)));
  const intervals: Presence["intervals"] = [];
  let openSince = presentAll && events[0]?.kind !== "in" ? session.startsAt : null;
  let last: PresenceMark | null = null;

  for (const mark of events) {
    const isIn = mark.kind === "in";
    if (isIn && openSince === null) {
      openSince = goesOn(intervals.at(-1), mark) ? intervals.pop()!.from : mark.at;
    } else if (!isIn && openSince !== null) {
      if (mark.at > openSince) intervals.push({ from: openSince, to: mark.at });
      openSince = null;
    } else {
      const doubt = doubled(last, mark);
      if (doubt) anomalies.add(doubt);
    }
    last = mark;
  }
  if (openSince !== null && presentAll) {
    if (openSince < session.endsAt) intervals.push({ from: openSince, to: session.endsAt });
    openSince = null;
  }
  if (openSince !== null) anomalies.add("open-end");
  return { intervals, openSince, anomalies };
}

/** Where one report of an online meeting goes on when another ends, that end stands before the beginning, whichever was read first. */
const ofReports = (a: PresenceMark, b: PresenceMark): number =>
  a.method === "import" && b.method === "import" ? Number(a.kind === "in") - Number(b.kind === "in") : 0;

/** Whether a report takes somebody up at the very moment at which another left them: they were not away. */
const goesOn = (last: Presence["intervals"][number] | undefined, mark: PresenceMark): boolean =>
  mark.method === "import" && last?.to === mark.at;

function doubtsAbout({ startsAt, endsAt }: SessionTimes, mark: PresenceMark): Anomaly[] {
  const { at, deviceTime, serverTime, clockOffset, clockDoubt } = mark;
  const isOff = Math.abs(clockOffset ?? serverTime - deviceTime) > CLOCK_TOLERANCE_MS;
  return [
    ...(at < startsAt || at > endsAt ? (["outside"] as const) : []),
    ...(isOff || clockDoubt === true ? (["clock-off"] as const) : []),
  ];
}

/** When a mark was made, by the server's clock: one that waited on its device was made before it arrived. */
const madeAt = ({ serverTime, deviceTime, clockOffset }: PresenceMark): number =>
  clockOffset === null ? serverTime : deviceTime + clockOffset;

/** What a second in, or a second out, in a row means: two devices that agree or disagree, or one that is doubled. */
function doubled(last: PresenceMark | null, mark: PresenceMark): Anomaly | null {
  if (last?.kind === mark.kind && comeFromTwoSources(last, mark)) {
    return mark.at - last.at > CLOCK_TOLERANCE_MS ? "devices-disagree" : null;
  }
  return mark.kind === "in" ? "repeated-in" : "out-without-in";
}

/** Two devices where both are known, else two people. */
function comeFromTwoSources(a: PresenceMark, b: PresenceMark): boolean {
  return a.device !== null && b.device !== null ? a.device !== b.device : a.recordedBy !== b.recordedBy;
}

/**
 * When the person checked in by themselves and nobody has answered: no in or "present" was recorded since, and they
 * were not marked as being there at that moment anyway.
 */
function findUnanswered(
  effective: readonly PresenceMark[],
  staff: readonly PresenceMark[],
  { intervals, openSince }: Pairs,
): number | null {
  const answers = staff.filter(({ kind }) => kind === "in" || kind === "present-all");
  const self = effective.find(
    (mark) =>
      mark.method === "self" &&
      !answers.some((answer) => madeAt(answer) >= madeAt(mark)) &&
      !(openSince !== null && openSince <= mark.at) &&
      !intervals.some(({ from, to }) => from <= mark.at && mark.at <= to),
  );
  return self?.at ?? null;
}

/** The marks that stand, by when they were made: neither void nor voided, and since the last absence. */
function effectiveMarks(marks: readonly PresenceMark[]): PresenceMark[] {
  const effective = listStanding(marks).sort((a, b) => madeAt(a) - madeAt(b) || (a.id < b.id ? -1 : 1));
  return effective.slice(effective.findLastIndex((mark) => mark.kind === "absent") + 1);
}
