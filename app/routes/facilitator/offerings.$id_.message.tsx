import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { redirectStarted } from "~/desks/started/redirect-started.server";
import { startAction } from "~/desks/started/started-action.server";
import { hasGrant, requireActor } from "~/people/roles/permission.server";
import { FILE_REFUSALS } from "~/platform/files/file-refusal";
import { formatBytes } from "~/platform/format";
import { ATTACHMENTS_BYTES } from "~/platform/http/body-limit";
import { readForm } from "~/platform/http/form.server";
import { newId } from "~/platform/ids";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { keepMessageFiles } from "~/registration/messages/message-files.server";
import { messageForm, MOST_FILES } from "~/registration/messages/message-form";
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
    limits: { files: MOST_FILES, bytes: formatBytes(ATTACHMENTS_BYTES) },
    back: hasGrant(ctx, "coordinator", offering.providerId)
      ? { label: "Offering", to: `/coordinator/offerings/${offering.id}/people` }
      : { label: "Attendance", to: `/facilitator/offerings/${offering.id}` },
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const offering = findMyOffering(ctx.db, ctx, param(params, "id"));
  if (!offering) throw notFound();
  const form = await readForm(request, messageForm);
  if (!form.ok) return form.reply;
  const files = await keepMessageFiles(ctx, form.value.files);
  if (!files.ok) return form.refuse(FILE_REFUSALS[files.reason], "files");
  const message = { ...form.value, files: files.value };
  const started = startAction(ctx, "message-people", { offeringId: offering.id, message });
  if (!started.ok) return form.refuse(started.words, started.field);
  throw await redirectStarted(started, `/facilitator/offerings/${offering.id}/message`);
}

export default function WriteToPeople() {
  const { title, timeZone, messages, back, ...form } = useLoaderData<typeof loader>();
  return (
    <Page title="Write to people" lead={title} breadcrumbs={[back]} width="narrow">
      <MessageFields {...form} lastResult={useActionData<typeof action>()?.result} />
      <Section title="Sent">
        <SentMessages messages={messages} timeZone={timeZone} />
      </Section>
    </Page>
  );
}
