const MINUTE_MS = 60_000;

/** A session with its pauses; epoch milliseconds. */
export interface MeetingSession {
  startsAt: number;
  endsAt: number;
  pauses: readonly { startsAt: number; endsAt: number }[];
}

/** What a report says of somebody, from all of its rows. */
export interface Reported {
  joins: readonly { from: number; to: number }[];
  totalMinutes: number | null;
}

/** When somebody was there, as marks would say it. */
export interface ProposedPresence {
  /** Within the session, apart from each other, in order. */
  intervals: { from: number; to: number }[];
  /** Minutes of these that are no pause, cut to whole ones. */
  minutes: number;
  /**
   * Why it needs somebody's word: a total alone says so, or a duration says less than the span from join to leave; when it was is
   * not known. Null where the joins say it.
   */
  needsWord: "total" | "duration" | null;
}

/**
 * The presence that a report proposes: joins cut to the session, overlaps once. Where it has a total, at most that counts. Of a
 * total alone all pauses are taken off, and it is put at the start of the session.
 * @param already stretches that other reports of the session have marked, in order: nothing is proposed twice
 */
export function proposePresence(
  session: MeetingSession,
  { joins, totalMinutes }: Reported,
  already: ProposedPresence["intervals"] = [],
): ProposedPresence {
  const within = without(merged(session, joins), already);
  if (totalMinutes === null) return { intervals: within, minutes: minutesOf(session, within), needsWord: null };
  const pauses = session.pauses.reduce((sum, pause) => sum + overlapOf(session, pause), 0);
  if (joins.length === 0) {
    const whole = without([{ from: session.startsAt, to: session.endsAt }], already);
    return { ...firstOf(session, whole, totalMinutes * MINUTE_MS - pauses), needsWord: "total" };
  }
  const most = totalMinutes * MINUTE_MS;
  if (worthOf(session, within) <= most) {
    return { intervals: within, minutes: minutesOf(session, within), needsWord: null };
  }
  return { ...firstOf(session, within, most), needsWord: "duration" };
}

/** Stretches of a session without overlaps, in order. */
function merged({ startsAt, endsAt }: MeetingSession, joins: Reported["joins"]): ProposedPresence["intervals"] {
  const found: ProposedPresence["intervals"] = [];
  for (const join of [...joins].sort((a, b) => a.from - b.from)) {
    const from = Math.max(join.from, startsAt);
    const to = Math.min(join.to, endsAt);
    if (to <= from) continue;
    const last = found.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}

/** What is left of stretches when others are taken out of them. */
function without(
  stretches: ProposedPresence["intervals"],
  others: ProposedPresence["intervals"],
): ProposedPresence["intervals"] {
  return others.reduce(
    (left, other) =>
      left
        .flatMap(({ from, to }) => [
          { from, to: Math.min(to, other.from) },
          { from: Math.max(from, other.to), to },
        ])
        .filter(({ from, to }) => from < to),
    stretches,
  );
}

const overlapOf = (a: { startsAt: number; endsAt: number }, b: { startsAt: number; endsAt: number }): number =>
  Math.max(0, Math.min(a.endsAt, b.endsAt) - Math.max(a.startsAt, b.startsAt));

/** Milliseconds of stretches that are no pause. */
const worthOf = ({ pauses }: MeetingSession, intervals: ProposedPresence["intervals"]): number =>
  intervals.reduce((sum, { from, to }) => {
    const stretch = { startsAt: from, endsAt: to };
    return sum + to - from - pauses.reduce((off, pause) => off + overlapOf(stretch, pause), 0);
  }, 0);

const minutesOf = (session: MeetingSession, intervals: ProposedPresence["intervals"]): number =>
  Math.floor(worthOf(session, intervals) / MINUTE_MS);

/** The first of some stretches that are worth so many milliseconds, the last one cut. */
function firstOf(session: MeetingSession, intervals: ProposedPresence["intervals"], most: number) {
  const kept: ProposedPresence["intervals"] = [];
  let left = Math.max(0, most);
  for (const { from, to } of intervals) {
    if (left === 0) break;
    const end = endWorth(session, { from, to }, left);
    kept.push({ from, to: end });
    left -= worthOf(session, [{ from, to: end }]);
  }
  return { intervals: kept, minutes: minutesOf(session, kept) };
}

/** Where a stretch has been worth so much; its own end where it is worth less. */
function endWorth({ pauses }: MeetingSession, { from, to }: { from: number; to: number }, most: number): number {
  let at = from;
  let left = most;
  for (const pause of [...pauses].sort((a, b) => a.startsAt - b.startsAt)) {
    if (pause.endsAt <= at || pause.startsAt >= to) continue;
    const before = Math.max(0, pause.startsAt - at);
    if (left <= before) return at + left;
    left -= before;
    at = Math.max(at, pause.endsAt);
  }
  return Math.min(to, at + left);
}
