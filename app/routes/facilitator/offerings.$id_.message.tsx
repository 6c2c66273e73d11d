import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { hasGrant, requireActor } from "~/people/roles/permission.server";
import { plural } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { newId } from "~/platform/ids";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { messageForm } from "~/registration/messages/message-form";
import { listMessages, messagePeople } from "~/registration/messages/message-people.server";
import { MessageFields } from "~/registration/messages/MessageFields";
import { nameOffering } from "~/registration/messages/offering-message.server";
import { REGISTRATION_REFUSALS } from "~/registration/seats/refusal";
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
  const outcome = messagePeople(ctx, offering, form.value);
  if (!outcome.ok) return form.refuse(REGISTRATION_REFUSALS[outcome.reason], "statuses");
  const said = `Your message goes to ${plural(outcome.value.recipients, "person", "people")}.`;
  throw await redirectWithToast(`/facilitator/offerings/${offering.id}/message`, said);
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
