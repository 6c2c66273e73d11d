import { formatSessionLine } from "~/platform/format";
import { LinkButton } from "~/ui/Button";
import { Notice } from "~/ui/frame/Page";
import type { GoneSession } from "./gone-session.server";
import { Link } from "~/ui/Link";

/** What became of a session to which a link still leads, and the way on. */
export function GoneNotice({ gone }: { gone: GoneSession }) {
  const { became, title, isCancelled, next } = gone;
  return (
    <Notice tone="attention" title="This session no longer takes place" action={<WayOn gone={gone} />}>
      {became === "removed"
        ? `“${title}” on ${lineOf(gone)} was taken out of the offering.`
        : `“${title}” has work on your own time in its place.`}
      {isCancelled ? " The offering was cancelled." : null}
      {next ? (
        <>
          {" "}
          The next session is on{" "}
          {next.isOnline ? (
            <Link to={`/join/${next.id}`} className="link">
              {lineOf(next)}
            </Link>
          ) : (
            lineOf(next)
          )}
          .
        </>
      ) : null}
    </Notice>
  );
}

const lineOf = ({ startsAt, endsAt, timeZone }: Pick<GoneSession, "startsAt" | "endsAt" | "timeZone">) =>
  formatSessionLine(startsAt, endsAt, timeZone);

function WayOn({ gone: { offeringId, registrationId, takesAttendance } }: { gone: GoneSession }) {
  return (
    <span className="flex flex-wrap gap-3">
      {registrationId ? <LinkButton to={`/registrations/${registrationId}`}>Your registration</LinkButton> : null}
      {takesAttendance ? <LinkButton to={`/facilitator/offerings/${offeringId}`}>Attendance</LinkButton> : null}
      <LinkButton to={`/offerings/${offeringId}`} variant="secondary">
        The offering
      </LinkButton>
    </span>
  );
}
