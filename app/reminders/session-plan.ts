import type { Modality } from "~/catalog/offerings/offering-state";
import { wallDay } from "~/platform/time/time-zone";
import type { PlannedReminder } from "./planned-reminder";

export interface PlannedSession {
  id: string;
  startsAt: number;
  endsAt: number;
  timeZone: string;
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

/** Reminders of an offering's sessions, in order of start, to everybody who holds a seat. */
export function planSessionReminders(
  sessions: readonly PlannedSession[],
  modality: Modality,
  seated: readonly Reminded[],
): PlannedReminder[] {
  return sessions.flatMap((session, index) =>
    sessionDueTimes(session, sessions[index - 1] ?? null, modality).flatMap((reminder) =>
      seated.map((person) => ({ ...aboutSession(session), ...reminder, ...person })),
    ),
  );
}

/** Facilitators get tomorrow's roster at 16:00 the day before each session. */
export function planRosters(sessions: readonly PlannedSession[], facilitators: readonly Reminded[]): PlannedReminder[] {
  return sessions.flatMap((session) =>
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
