import type { Modality } from "~/catalog/offerings/offering-state";
import { wallDay } from "~/platform/time/time-zone";
import type { PlannedReminder } from "./planned-reminder";

export interface PlannedSession {
  id: string;
  startsAt: number;
  endsAt: number;
  timeZone: string;
  /** Of a session on people's own time: until when its steps are to be done; null: until its end. */
  steps?: readonly { dueAt: number | null }[];
  ownMinutes?: number | null;
}

/** Somebody to remind, and since when they have had to do with the offering. */
export interface Reminded {
  personId: string;
  since: number;
}

const WEEK_MS = 7 * 24 * 3_600_000;

type SessionReminder = Pick<PlannedReminder, "kind" | "dueAt" | "expiresAt">;

/**
 * When to remind of a session: seven days before at 8:00, one day before at 8:00, and at 6:00 on the day itself where
 * people have to travel; wall times of its own zone. In a series, the week's notice stands only before a session that
 * comes more than a week after the one before it: the others are on everybody's mind. Each is of use until the next, so
 * that of several that were missed one is sent.
 */
export function sessionDueTimes(
  session: PlannedSession,
  previous: PlannedSession | null,
  modality: Modality,
): SessionReminder[] {
  const { startsAt, timeZone } = session;
  const isApart = !previous || startsAt - previous.endsAt > WEEK_MS;
  const due: Omit<SessionReminder, "expiresAt">[] = [
    ...(isApart ? [{ kind: "session-week" as const, dueAt: wallDay(startsAt, -7, "08:00", timeZone) }] : []),
    { kind: "session-day", dueAt: wallDay(startsAt, -1, "08:00", timeZone) },
    ...(modality === "online"
      ? []
      : [{ kind: "session-morning" as const, dueAt: wallDay(startsAt, 0, "06:00", timeZone) }]),
  ];
  const before = due.filter(({ dueAt }) => dueAt < startsAt);
  return before.map((each, index) => ({ ...each, expiresAt: before[index + 1]?.dueAt ?? startsAt }));
}

/**
 * When to remind of what is to be done on people's own time: three days before each date at 8:00, and a week before the last
 * one, wall times of the session's zone. `occasion` names the date that it is about; the week's notice is of use until the next.
 */
export function stepDueTimes(session: PlannedSession): (SessionReminder & { occasion: string })[] {
  const { endsAt, timeZone, steps = [] } = session;
  const dates = [...new Set([...steps.map(({ dueAt }) => dueAt ?? endsAt), endsAt])].sort((a, b) => a - b);
  return dates.flatMap((date) => {
    const occasion = `due ${date}`;
    const soon = wallDay(date, -3, "08:00", timeZone);
    const week = {
      occasion,
      kind: "session-week" as const,
      dueAt: wallDay(date, -7, "08:00", timeZone),
      expiresAt: soon,
    };
    return [
      ...(date === endsAt ? [week] : []),
      { occasion, kind: "session-day" as const, dueAt: soon, expiresAt: date },
    ];
  });
}

/** Reminders of an offering's sessions, in order of start, to everybody who holds a seat. */
export function planSessionReminders(
  sessions: readonly PlannedSession[],
  modality: Modality,
  seated: readonly Reminded[],
): PlannedReminder[] {
  const attended = sessions.filter((session) => !isOwnTime(session));
  const times = [
    ...attended.flatMap((session, index) =>
      sessionDueTimes(session, attended[index - 1] ?? null, modality).map((reminder) => ({
        ...aboutSession(session),
        ...reminder,
      })),
    ),
    ...sessions
      .filter(isOwnTime)
      .flatMap((session) => stepDueTimes(session).map((reminder) => ({ subjectId: session.id, ...reminder }))),
  ];
  return times.flatMap((reminder) => seated.map((person) => ({ ...reminder, ...person })));
}

const isOwnTime = ({ ownMinutes }: PlannedSession): boolean => ownMinutes != null;

/** Facilitators get tomorrow's roster at 16:00 the day before each session that people attend. */
export function planRosters(sessions: readonly PlannedSession[], facilitators: readonly Reminded[]): PlannedReminder[] {
  const attended = sessions.filter((session) => !isOwnTime(session));
  return attended.flatMap((session) =>
    facilitators.map(({ personId, since }) => ({
      ...aboutSession(session),
      kind: "roster" as const,
      personId,
      dueAt: wallDay(session.startsAt, -1, "16:00", session.timeZone),
      since,
    })),
  );
}

/** A session that moves is another occasion; what has begun needs no reminder. */
function aboutSession({ id, startsAt }: PlannedSession) {
  return { subjectId: id, occasion: String(startsAt), expiresAt: startsAt };
}
