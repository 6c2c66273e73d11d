import { formatSessionLine, plural } from "~/platform/format";
import { CardLink } from "~/ui/frame/Page";

interface SessionCard {
  sessionId: string;
  startsAt: number;
  endsAt: number;
  timeZone: string;
  place: string;
  title: string;
  expected: number;
}

/** Sessions in order, each leading to its roster. */
export function SessionCards({ sessions }: { sessions: SessionCard[] }) {
  return (
    <ul className="grid gap-3">
      {sessions.map((session) => (
        <li key={session.sessionId}>
          <CardLink to={`/facilitator/sessions/${session.sessionId}`} title={session.title}>
            <p>{formatSessionLine(session.startsAt, session.endsAt, session.timeZone)}</p>
            <p className="text-soft">
              {session.place} · {plural(session.expected, "person", "people")} expected
            </p>
          </CardLink>
        </li>
      ))}
    </ul>
  );
}
