import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HeldNotice } from "~/attendance/inbox/HeldNotice";
import { countHeld } from "~/attendance/inbox/inbox.server";
import { rosterForm } from "~/attendance/roster/attendance-form";
import { recordRosterForm } from "~/attendance/roster/roster-action.server";
import { ATTENDANCE_REFUSALS } from "~/attendance/refusal";
import { getRoster } from "~/attendance/roster/roster.server";
import { RosterList } from "~/attendance/roster/RosterList";
import { ForEveryone, WalkInForm } from "~/attendance/roster/RosterTools";
import { joinPathOf } from "~/catalog/offerings/join-url";
import { requireActor } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { formatSessionLine } from "~/platform/format";
import { newId } from "~/platform/ids";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton } from "~/ui/Button";
import { Notice, Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("Roster");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const { session, offering, confirmation, ...roster } = getRoster(ctx, param(params, "id"));
  const address = new URL(request.url).searchParams;
  return data({
    ...roster,
    session: { startsAt: session.startsAt, endsAt: session.endsAt, timeZone: session.timeZone },
    sessionId: session.id,
    joinPath: joinPathOf(session, offering),
    offeringId: offering.id,
    over: offering.endsAt !== null && offering.endsAt <= ctx.now,
    confirmed: confirmation !== null,
    place: session.place ?? offering.place,
    held: countHeld(ctx.db, offering.id),
    find: address.get("find") ?? "",
    person: address.get("person"),
    nonce: newId(),
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const form = await readForm(request, rosterForm);
  if (!form.ok) return form.reply;
  const outcome = recordRosterForm(ctx, param(params, "id"), form.value);
  if (!outcome.ok && (outcome.reason === "unknown-session" || outcome.reason === "unknown-walk-in")) throw notFound();
  if (!outcome.ok) return form.refuse(ATTENDANCE_REFUSALS[outcome.reason]);
  if (typeof outcome.value !== "string") return data({ result: undefined, scan: outcome.value });
  throw await redirectWithToast(`/facilitator/sessions/${params.id}`, outcome.value);
}

export default function RosterPage() {
  const { title, session, place, walkIns, ...rest } = useLoaderData<typeof loader>();
  const { rows, instructors, nonce, confirmed, undoable, find, person } = rest;
  const result = useActionData<typeof action>()?.result;
  const fromWalkIn = result?.initialValue?.intent === "walk-in";
  return (
    <Page
      compact
      title={title}
      lead={`${formatSessionLine(session.startsAt, session.endsAt, session.timeZone)} · ${place}`}
      breadcrumbs={[{ label: "Sessions", to: "/facilitator" }]}
    >
      {fromWalkIn ? null : <Refused result={result} />}
      <HeldNotice offeringId={rest.offeringId} held={rest.held} />
      {confirmed ? (
        <Notice tone="info" title="Attendance is confirmed">
          After a correction here,{" "}
          <Link to={`/facilitator/offerings/${rest.offeringId}`} className="link">
            confirm it again
          </Link>
          , so that everyone’s hours are counted anew.
        </Notice>
      ) : null}
      <RosterList {...{ rows, instructors, walkIns, session, nonce, confirmed, undoable, find, person }} />
      <ForEveryone
        {...{ nonce, confirmed, undoable }}
        unmarked={rows.filter(({ presence }) => !presence.marked)}
        waiting={rows.filter(({ presence }) => presence.selfSince !== null)}
      />
      <Section
        title="Take somebody in by their email address"
        description="Whoever is known by it gets a seat and stands on the roster at once. Without an address, search for the name above: they are noted, and matched later."
      >
        <WalkInForm nonce={`${nonce}-walk-in`} lastResult={fromWalkIn ? result : null} />
      </Section>
      <nav aria-label="More of this session" className="no-print flex flex-wrap gap-3">
        <LinkButton to={`/door?keep=${rest.offeringId}`} reloadDocument variant="secondary">
          Keep on this device
        </LinkButton>
        <LinkButton to={`/facilitator/sessions/${rest.sessionId}/check-in`} variant="secondary">
          Self check-in
        </LinkButton>
        <LinkButton to={`/facilitator/sessions/${rest.sessionId}/kiosk`} variant="secondary">
          Kiosk
        </LinkButton>
        <LinkButton to={`/facilitator/sessions/${rest.sessionId}/sheet`} variant="secondary">
          Sign-in sheet
        </LinkButton>
        <LinkButton to={`/facilitator/offerings/${rest.offeringId}/badges`} variant="secondary">
          Name badges
        </LinkButton>
        <LinkButton to={`/facilitator/sessions/${rest.sessionId}/reports`} variant="secondary">
          Report of an online meeting
        </LinkButton>
        {rest.joinPath ? (
          <LinkButton to={rest.joinPath} variant="secondary">
            Join online
          </LinkButton>
        ) : null}
        {rest.over ? (
          <LinkButton to={`/facilitator/offerings/${rest.offeringId}`} variant="secondary">
            {confirmed ? "Confirm again" : "Confirm attendance"}
          </LinkButton>
        ) : null}
      </nav>
    </Page>
  );
}
