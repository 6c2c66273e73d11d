import { type Interval, intersectIntervals, mergeIntervals, subtractIntervals, totalLength } from "./interval";

const MINUTE = 60_000;

/** One session as far as counting needs it. Instants are epoch milliseconds. */
export interface CountSession {
  startsAt: number;
  endsAt: number;
  pauses: { kind: "meal" | "break"; startsAt: number; endsAt: number }[];
  presence: Interval[];
  /** Minutes of work of a session on people's own time: it counts by the steps that were done, not by the clock. */
  ownMinutes?: number | null;
  done?: readonly CountedStep[];
}

/** A step that was done on people's own time, and when. */
export interface CountedStep {
  title: string;
  minutes: number;
  at: number;
  late: boolean;
}

export interface CountInput {
  sessions: CountSession[];
  policy: { breaksCount: boolean; incrementMinutes: number; minimumMinutes: number };
  approvedMinutes: number;
}

/**
 * One line of the receipt: signed whole minutes and why. The minutes of all steps add up to the credited minutes.
 * - `presence`: attended time, `outside`: presence before the start or after the end, which counts nothing
 * - `meal`, `break`: pauses within the presence, taken off; `break-counts`: a break that the policy lets count
 * - `below-minimum`: the whole offering is too short to give hours (H4)
 * - `rounding`: down to the increment, once (H3); `approved-cap`: never more than was approved (H6)
 * - `own-time`, `own-time-late`: a step of a session on people's own time, done in time or later; `title` names it
 * - `no-participants`: an instructor to whom nobody came earns nothing (H7); instructor-hours.ts adds it
 */
export interface CountStep {
  reason:
    | "presence"
    | "outside"
    | "meal"
    | "break"
    | "break-counts"
    | "below-minimum"
    | "rounding"
    | "approved-cap"
    | "own-time"
    | "own-time-late"
    | "no-participants";
  minutes: number;
  /** Index of the session, null for steps on the sum. */
  session: number | null;
  /** Of a step on people's own time, `from` is null and `to` when it was done. */
  from: number | null;
  to: number | null;
  title?: string;
}

/**
 * Counts the clock hours that a presence earns (H1–H6).
 *
 * Presence outside a session counts nothing, overlapping presence or pauses count once, meals never count and breaks by
 * policy. A session on people's own time counts the minutes of each step that was done. Whole minutes per session are summed, rounded down once to the increment and capped by what was approved.
 * Nobody earns anything in an offering whose own countable minutes are below the policy's minimum.
 *
 * @returns whole minutes, and the receipt whose minutes add up to them
 * @throws RangeError naming the field: an end before its start, a number that is not finite, a negative policy
 */
export function countClockHours(input: CountInput): { creditedMinutes: number; steps: CountStep[] } {
  requireValid(input);
  const steps = input.sessions.flatMap((session, index) => countSession(session, index, input.policy.breaksCount));
  const attended = sumMinutes(steps);
  const after = (reason: CountStep["reason"], minutes: number) => {
    if (minutes !== 0) steps.push({ reason, minutes, session: null, from: null, to: null });
  };

  if (countableMinutes(input.sessions, input.policy.breaksCount) < input.policy.minimumMinutes) {
    after("below-minimum", -attended);
  } else {
    const rounded = attended - (attended % input.policy.incrementMinutes);
    after("rounding", rounded - attended);
    after("approved-cap", Math.min(0, input.approvedMinutes - rounded));
  }
  return { creditedMinutes: sumMinutes(steps), steps };
}

/**
 * Minutes that an offering itself holds, as if somebody were present throughout (H4): whole minutes per session,
 * summed, not rounded to an increment.
 */
export function countableMinutes(sessions: readonly Omit<CountSession, "presence">[], breaksCount: boolean): number {
  return sessions.reduce((sum, { startsAt, endsAt, pauses, ownMinutes }) => {
    if (ownMinutes != null) return sum + ownMinutes;
    const deducted = mergeIntervals(
      pauses.filter(({ kind }) => kind === "meal" || !breaksCount).map((p) => ({ from: p.startsAt, to: p.endsAt })),
    );
    return sum + Math.floor(totalLength(subtractIntervals([{ from: startsAt, to: endsAt }], deducted)) / MINUTE);
  }, 0);
}

/**
 * Minutes that can be approved for an offering: its countable minutes rounded down to the increment, or 0 below the
 * minimum (H2–H4).
 */
export function approvableMinutes(
  sessions: readonly Omit<CountSession, "presence">[],
  policy: CountInput["policy"],
): number {
  const presence = sessions.map((session) => ({
    ...session,
    presence: [{ from: session.startsAt, to: session.endsAt }],
    done: [{ title: "", minutes: session.ownMinutes ?? 0, at: session.endsAt, late: false }],
  }));
  return countClockHours({ sessions: presence, policy, approvedMinutes: Number.MAX_SAFE_INTEGER }).creditedMinutes;
}

function countSession(session: CountSession, index: number, breaksCount: boolean): CountStep[] {
  if (session.ownMinutes != null) return (session.done ?? []).map((step) => countOwnTime(step, index));
  const whole = [{ from: session.startsAt, to: session.endsAt }];
  const pausesOf = (kind: "meal" | "break") =>
    mergeIntervals(session.pauses.filter((p) => p.kind === kind).map((p) => ({ from: p.startsAt, to: p.endsAt })));
  const merged = mergeIntervals(session.presence);
  const presence = intersectIntervals(merged, whole);
  const meals = intersectIntervals(presence, pausesOf("meal"));
  const breaks = intersectIntervals(presence, subtractIntervals(pausesOf("break"), meals));

  const steps: CountStep[] = [];
  let length = 0;
  const add = (reason: CountStep["reason"], sign: -1 | 0 | 1, intervals: readonly Interval[]) => {
    for (const { from, to } of intervals) {
      // Differences of floored running sums, so that the steps add up to the floor of the session's total.
      const before = Math.floor(length / MINUTE);
      length += sign * (to - from);
      steps.push({ reason, minutes: Math.floor(length / MINUTE) - before, session: index, from, to });
    }
  };
  add("presence", 1, presence);
  add("outside", 0, subtractIntervals(merged, whole));
  add("meal", -1, meals);
  add(breaksCount ? "break-counts" : "break", breaksCount ? 0 : -1, breaks);
  return steps;
}

const countOwnTime = ({ title, minutes, at, late }: CountedStep, session: number): CountStep => ({
  ...{ reason: late ? "own-time-late" : "own-time", minutes, session },
  ...{ from: null, to: at, title },
});

function sumMinutes(steps: readonly CountStep[]): number {
  return steps.reduce((sum, step) => sum + step.minutes, 0);
}

function requireValid({ sessions, policy, approvedMinutes }: CountInput): void {
  sessions.forEach((session, index) => {
    const path = `sessions[${index}]`;
    requireOrder(session.startsAt, session.endsAt, `${path}.startsAt`, `${path}.endsAt`);
    session.pauses.forEach((pause, i) =>
      requireOrder(pause.startsAt, pause.endsAt, `${path}.pauses[${i}].startsAt`, `${path}.pauses[${i}].endsAt`),
    );
    session.presence.forEach(({ from, to }, i) =>
      requireOrder(from, to, `${path}.presence[${i}].from`, `${path}.presence[${i}].to`),
    );
    if (session.ownMinutes != null) requireWhole(session.ownMinutes, 0, `${path}.ownMinutes`);
    session.done?.forEach(({ minutes }, i) => requireWhole(minutes, 0, `${path}.done[${i}].minutes`));
  });
  requireWhole(policy.incrementMinutes, 1, "policy.incrementMinutes");
  requireWhole(policy.minimumMinutes, 0, "policy.minimumMinutes");
  requireWhole(approvedMinutes, 0, "approvedMinutes");
}

function requireOrder(start: number, end: number, startName: string, endName: string): void {
  if (!Number.isFinite(start)) throw new RangeError(`${startName} must be a finite number, got ${start}`);
  if (!Number.isFinite(end)) throw new RangeError(`${endName} must be a finite number, got ${end}`);
  if (end < start) throw new RangeError(`${endName} must not be before ${startName}`);
}

function requireWhole(value: number, least: number, name: string): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(`${name} must be a whole number of minutes of at least ${least}, got ${value}`);
  }
}
