import { formatDateTime, formatSessionLine } from "~/platform/format";
import { LinkButton } from "~/ui/Button";
import { Notice } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { JOIN_REFUSALS, type JoinRefusal } from "./join";
import type { JoinPage } from "./join.server";
import { Link } from "~/ui/Link";

/** Why the session cannot be joined now, and the way on. */
export function CannotJoin({ page, refusal }: { page: JoinPage; refusal: JoinRefusal }) {
  const { title, text } = JOIN_REFUSALS[refusal];
  const { next, opensAt, timeZone } = page;
  return (
    <Notice
      tone={refusal === "not-yet" || refusal === "over" ? "info" : "attention"}
      title={refusal === "not-yet" ? `You can join from ${formatDateTime(opensAt, timeZone)}` : title}
      action={<WayOn page={page} refusal={refusal} />}
    >
      {refusal === "not-yet" ? "That is 30 minutes before the start. Open this page again then." : text}
      {next ? (
        <>
          {" "}
          The next session is on{" "}
          <Link to={`/join/${next.id}`} className="link">
            {formatSessionLine(next.startsAt, next.endsAt, next.timeZone)}
          </Link>
          .
        </>
      ) : null}
    </Notice>
  );
}

function WayOn({ page, refusal }: { page: JoinPage; refusal: JoinRefusal }) {
  const { offeringId, registrationId, standing, sessionId } = page;
  if (refusal === "no-seat" || refusal === "withdrawn")
    return <LinkButton to={`/offerings/${offeringId}`}>See the offering and register</LinkButton>;
  if (standing === "leads")
    return (
      <LinkButton to={`/facilitator/sessions/${sessionId}`} variant="secondary">
        Roster
      </LinkButton>
    );
  return (
    <LinkButton
      to={registrationId ? `/registrations/${registrationId}` : `/offerings/${offeringId}`}
      variant="secondary"
    >
      {registrationId ? "Your registration" : "The offering"}
    </LinkButton>
  );
}

/** Whether pressing the button marks in, and how whoever has a seat stands. */
export function JoinState({ standing, state }: Pick<JoinPage, "standing" | "state">) {
  if (standing === "leads")
    return <p>You teach here or take the attendance: you join without a mark. People with a seat are marked in.</p>;
  if (state === "in") return <Status tone="good">The facilitator has marked you in</Status>;
  if (state === "waiting") return <Status tone="waiting">You are marked in; the facilitator confirms it</Status>;
  return (
    <p>
      The button takes you to the online meeting and marks you in. The facilitator confirms that you were there. Opening
      this page alone does neither.
    </p>
  );
}
