import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { redirectStarted } from "~/desks/started/redirect-started.server";
import { startAction } from "~/desks/started/started-action.server";
import { hasGrant, requireActor } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { newId } from "~/platform/ids";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { messageForm } from "~/registration/messages/message-form";
import { listMessages } from "~/registration/messages/message-people.server";
import { MessageFields } from "~/registration/messages/MessageFields";
import { nameOffering } from "~/registration/messages/offering-message.server";
import { countByStatus } from "~/registration/seats/registration-row.server";
import { SentMessages } from "~/registration/messages/SentMessages";
import { Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("Write to people");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const offering = findMyOffering(ctx.db, ctx, param(params, "id"));
  if (!offering) throw notFound();
  return data({
    title: nameOffering(ctx.db, offering.id).offeringTitle,
    timeZone: offering.timeZone,
    counts: countByStatus(ctx.db, offering.id),
    messages: listMessages(ctx, offering.id),
    nonce: newId(),
    back: hasGrant(ctx, "coordinator", offering.providerId)
      ? { label: "Offering", to: `/coordinator/offerings/${offering.id}?view=people` }
      : { label: "Attendance", to: `/facilitator/offerings/${offering.id}` },
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const offering = findMyOffering(ctx.db, ctx, param(params, "id"));
  if (!offering) throw notFound();
  const form = await readForm(request, messageForm);
  if (!form.ok) return form.reply;
  const started = startAction(ctx, "message-people", { offeringId: offering.id, message: form.value });
  if (!started.ok) return form.refuse(started.words, started.field);
  throw await redirectStarted(started, `/facilitator/offerings/${offering.id}/message`);
}

export default function WriteToPeople() {
  const { title, timeZone, counts, messages, nonce, back } = useLoaderData<typeof loader>();
  return (
    <Page title="Write to people" lead={title} breadcrumbs={[back]} width="narrow">
      <MessageFields counts={counts} nonce={nonce} lastResult={useActionData<typeof action>()?.result} />
      <Section title="Sent">
        <SentMessages messages={messages} timeZone={timeZone} />
      </Section>
    </Page>
  );
}
