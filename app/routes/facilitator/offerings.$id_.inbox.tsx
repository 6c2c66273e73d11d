import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { inboxForm } from "~/attendance/inbox/inbox-form";
import { INBOX_REFUSALS, type InboxRefusal } from "~/attendance/inbox/inbox-refusal";
import { getInbox } from "~/attendance/inbox/inbox.server";
import { countHeldMarks, leaveHeldMarksOut, takeUpAgain } from "~/attendance/inbox/settle.server";
import { Doubts, SETTLED_PARAMETER, SettledMarks, WaitingMarks } from "~/attendance/inbox/WaitingMarks";
import { KeptDevices } from "~/attendance/kept/KeptDevices";
import { removeDevice } from "~/attendance/kept/kept-device.server";
import { requireActor } from "~/people/roles/permission.server";
import type { ActorContext } from "~/platform/context";
import { plural } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { type Outcome, withValue } from "~/platform/outcome";
import { LinkButton } from "~/ui/Button";
import { Page } from "~/ui/frame/Page";
import { asksForAll } from "~/ui/lists/show-all";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Marks from devices");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const offeringId = param(params, "id");
  const allSettled = asksForAll(new URL(request.url).searchParams, SETTLED_PARAMETER);
  return data({ ...getInbox(ctx, offeringId, allSettled), offeringId });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const offeringId = param(params, "id");
  if (!findMyOffering(ctx.db, ctx, offeringId)) throw notFound();
  const form = await readForm(request, inboxForm);
  if (!form.ok) return form.reply;
  const outcome = settle(ctx, { offeringId, ...form.value });
  if (!outcome.ok) return form.refuse(INBOX_REFUSALS[outcome.reason]);
  // With what the address shows more of than the newest.
  const { search } = new URL(request.url);
  throw await redirectWithToast(`/facilitator/offerings/${offeringId}/inbox${search}`, outcome.value);
}

type Settling = z.output<typeof inboxForm> & { offeringId: string };

/** Does what was posted. Returns what to say of it. */
function settle(ctx: ActorContext, form: Settling): Outcome<string, InboxRefusal> {
  switch (form.intent) {
    case "count":
      return withValue(countHeldMarks(ctx, form), (number) => `${plural(number, "mark counts", "marks count")} now.`);
    case "leave-out":
      return withValue(leaveHeldMarksOut(ctx, form), (number) => `${plural(number, "mark is", "marks are")} left out.`);
    case "take-up":
      return withValue(takeUpAgain(ctx, form), () => "Taken up again.");
    case "remove-device":
      return withValue(removeDevice(ctx, form), (label) => `${label} is taken off.`);
  }
}

export default function Inbox() {
  const { title, offeringId, devices, timeZone, ...inbox } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const intent = result?.initialValue?.intent;
  const isAboutMarks = intent === "count" || intent === "leave-out";
  return (
    <Page
      title="Marks from devices"
      lead={title}
      breadcrumbs={[
        { label: "My offerings", to: "/facilitator/offerings" },
        { label: "Attendance", to: `/facilitator/offerings/${offeringId}` },
      ]}
      actions={
        <LinkButton to={`/door?keep=${offeringId}`} reloadDocument variant="secondary">
          Keep it on this device
        </LinkButton>
      }
      width="narrow"
    >
      {isAboutMarks ? null : <Refused result={result} />}
      <WaitingMarks {...inbox} timeZone={timeZone} lastResult={isAboutMarks ? result : null} />
      <Doubts {...inbox} />
      <SettledMarks settled={inbox.settled} timeZone={timeZone} />
      <KeptDevices devices={devices} timeZone={timeZone} />
    </Page>
  );
}
