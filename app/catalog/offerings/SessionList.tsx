import { formatDate, formatHours, formatDays, formatTime, formatTimeRange } from "~/platform/format";
import type { PauseKind } from "./offering-state";

interface ListedSession {
  id: string;
  startsAt: number;
  endsAt: number;
  timeZone: string;
  topic: string | null;
  place: string | null;
  /** Of a session on people's own time: its minutes of work, and what there is to do. */
  ownMinutes: number | null;
  steps: { id: string; title: string; minutes: number }[];
  /** Whole minutes that count toward clock hours. */
  countableMinutes: number;
  pauses: { id: string; kind: PauseKind; startsAt: number; endsAt: number }[];
}

const PAUSE_WORDS: Record<PauseKind, string> = { meal: "Meal", break: "Break" };

/** Sessions in order: local times, meals and breaks, and the hours that count. */
export function SessionList({ sessions, breaksCount }: { sessions: ListedSession[]; breaksCount: boolean }) {
  return (
    <ol className="grid overflow-hidden rounded-[0.625rem] border border-line bg-surface">
      {sessions.map((session, index) => (
        <li
          key={session.id}
          className="grid gap-x-6 gap-y-1 border-b border-line p-4 last:border-b-0 sm:grid-cols-[2fr_3fr_auto]"
        >
          <div>
            {session.ownMinutes === null ? (
              <>
                <p className="font-semibold">{formatDate(session.startsAt, session.timeZone)}</p>
                <p className="tabular-nums">{formatTimeRange(session.startsAt, session.endsAt, session.timeZone)}</p>
              </>
            ) : (
              <>
                <p className="font-semibold">On your own time</p>
                <p className="tabular-nums">{formatDays(session.startsAt, session.endsAt, session.timeZone)}</p>
              </>
            )}
          </div>
          <div>
            {session.topic || sessions.length > 1 ? <p>{session.topic ?? `Session ${index + 1}`}</p> : null}
            {session.place ? <p className="text-soft">{session.place}</p> : null}
            {session.steps.length > 0 ? (
              <ul className="text-[0.9375rem] text-soft">
                {session.steps.map(({ id, title, minutes }) => (
                  <li key={id}>
                    {title} · {minutes} minutes
                  </li>
                ))}
              </ul>
            ) : null}
            {session.pauses.length > 0 ? (
              <p className="text-[0.9375rem] text-soft">
                {session.pauses
                  .map(
                    (pause) =>
                      `${PAUSE_WORDS[pause.kind]}${pause.kind === "break" && breaksCount ? " (counts)" : ""} ${formatTime(pause.startsAt, session.timeZone)}–${formatTime(pause.endsAt, session.timeZone)}`,
                  )
                  .join(" · ")}
              </p>
            ) : null}
          </div>
          <p className="text-soft tabular-nums sm:text-right">{formatHours(session.countableMinutes)} hours</p>
        </li>
      ))}
    </ol>
  );
}
