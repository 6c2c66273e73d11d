import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HeldNotice } from "~/attendance/inbox/HeldNotice";
import { countHeld } from "~/attendance/inbox/inbox.server";
import { confirmAttendanceForm } from "~/attendance/roster/attendance-form";
import {
  AttendanceTable,
  RosterLink,
  MatchedWalkIns,
  StepsLink,
  WalkInList,
} from "~/attendance/presence/AttendanceTable";
import { ConfirmationNotice } from "~/attendance/presence/ConfirmationNotice";
import { OfferingRooms } from "~/attendance/presence/OfferingRooms";
import { ConfirmForm, QuestionList, SelfCheckInForm } from "~/attendance/presence/ConfirmForms";
import { ATTENDANCE_REFUSALS } from "~/attendance/refusal";
import { countUnread } from "~/attendance/reading/unread.server";
import { UnreadNotice } from "~/attendance/reading/UnreadNotice";
import { answerSelfCheckIns } from "~/attendance/check-in/self-check-in.server";
import { previewAttendance } from "~/desks/facilitator/attendance-preview.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { listMaterials } from "~/catalog/materials/material.server";
import { MaterialList } from "~/catalog/materials/MaterialList";
import { requireActor } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { formatSessionLine, plural } from "~/platform/format";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Notice, Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Confirm attendance");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const { offering, ...rest } = previewAttendance(ctx, param(params, "id"));
  return data({
    ...rest,
    materials: listMaterials(ctx.db, offering.id),
    offeringId: offering.id,
    held: countHeld(ctx.db, offering.id),
    unread: countUnread(ctx.db, offering.id),
    timeZone: offering.timeZone,
    approvedMinutes: offering.approvedMinutes ?? 0,
    over: offering.state !== "cancelled" && offering.endsAt !== null && offering.endsAt <= ctx.now,
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const form = await readForm(request, confirmAttendanceForm);
  if (!form.ok) return form.reply;
  const page = `/facilitator/offerings/${params.id}`;
  const input = { offeringId: param(params, "id"), ...form.value };
  if (input.intent !== "confirm") {
    const outcome = answerSelfCheckIns(ctx, { ...input, here: input.intent === "self-here" });
    if (!outcome.ok && outcome.reason === "unknown-offering") throw notFound();
    if (!outcome.ok) return form.refuse(ATTENDANCE_REFUSALS[outcome.reason]);
    throw await redirectWithToast(page, `${plural(outcome.value, "self check-in")} answered.`);
  }
  const outcome = once(ctx, "confirmation", form.once, () => confirmAttendance(ctx, input));
  if (!outcome.ok && outcome.reason === "unknown-offering") throw notFound();
  if (!outcome.ok)
    return form.refuse(ATTENDANCE_REFUSALS[outcome.reason], outcome.reason === "open-ends" ? "openEnds" : undefined);
  const said = `Attendance is confirmed. ${plural(outcome.value.claimable, "person", "people")} can claim hours.`;
  throw await redirectWithToast(page, said);
}

export default function ConfirmAttendance() {
  const loaded = useLoaderData<typeof loader>();
  const { offeringId, title, sessions, rows, confirmation, changed, walkIns, timeZone, approvedMinutes, over } = loaded;
  const result = useActionData<typeof action>()?.result;
  const fromConfirm = result?.initialValue?.intent === "confirm";
  const confirmed = confirmation !== null;
  const { waiting } = loaded;
  const attended = sessions.filter(({ ownMinutes }) => ownMinutes === null);
  return (
    <Page
      title="Confirm attendance"
      lead={title}
      breadcrumbs={[{ label: "My offerings", to: "/facilitator/offerings" }]}
      actions={
        <OfferingRooms offeringId={offeringId} hasSteps={sessions.some(({ ownMinutes }) => ownMinutes !== null)} />
      }
    >
      {fromConfirm ? null : <Refused result={result} />}
      <HeldNotice offeringId={offeringId} held={loaded.held} />
      <UnreadNotice offeringId={offeringId} unread={loaded.unread} />
      {confirmed ? <ConfirmationNotice {...{ confirmedAt: confirmation.confirmedAt, changed, timeZone }} /> : null}
      <QuestionList questions={loaded.questions} />
      <Section title="Sessions">
        <ul className="grid gap-1">
          {sessions.map((session) => (
            <li key={session.id}>
              {session.ownMinutes === null ? (
                <RosterLink id={session.id}>
                  {formatSessionLine(session.startsAt, session.endsAt, session.timeZone)}
                </RosterLink>
              ) : (
                <StepsLink offeringId={offeringId}>
                  {formatSessionLine(session.startsAt, session.endsAt, session.timeZone, session.ownMinutes)}
                </StepsLink>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {loaded.materials.length > 0 ? (
        <Section title="Materials">
          <MaterialList materials={loaded.materials} />
        </Section>
      ) : null}
      {walkIns.length > 0 ? (
        <Section
          title="Walk-ins to match"
          description="They were taken in by name alone. Nobody can claim hours for them until you say who they are."
        >
          <WalkInList walkIns={walkIns} />
        </Section>
      ) : null}
      <MatchedWalkIns walkIns={loaded.matched} />
      <AttendanceTable rows={rows} sessions={sessions.length} approvedMinutes={approvedMinutes} />
      {waiting.length > 0 ? (
        <SelfCheckInForm waiting={waiting} confirmed={confirmed}>
          {attended.map((session, index) => (
            <RosterLink key={session.id} id={session.id}>
              {attended.length === 1 ? "the roster" : `roster ${index + 1}`}
            </RosterLink>
          ))}
        </SelfCheckInForm>
      ) : null}
      {over && rows.length > 0 && waiting.length === 0 ? (
        <ConfirmForm
          lastResult={fromConfirm ? result : null}
          openEnds={loaded.openEnds}
          unmarked={rows.filter(({ unmarked }) => unmarked > 0).map(({ sortName }) => sortName)}
          people={rows.length}
          confirmed={confirmed}
        />
      ) : null}
      {over ? null : <Notice tone="info" title={ATTENDANCE_REFUSALS["not-over"]} />}
    </Page>
  );
}
