import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { MessageFields } from "~/desks/messages/MessageFields";
import { MessagePreview } from "~/desks/messages/MessagePreview";
import { TemplateChoice } from "~/desks/messages/TemplateChoice";
import {
  type DraftFile,
  type MessagePreview as Preview,
  runMessageForm,
  withoutHash,
} from "~/desks/messages/message-action.server";
import { getMessagePage } from "~/desks/messages/message-page.server";
import { redirectStarted } from "~/desks/started/redirect-started.server";
import { hasGrant, requireActor } from "~/people/roles/permission.server";
import { parseForm, readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { SentMessages } from "~/registration/messages/SentMessages";
import { listDraftFiles } from "~/registration/messages/message-draft.server";
import { messageForm } from "~/registration/messages/message-form";
import { nameOffering } from "~/registration/messages/offering-message.server";
import { Notice, Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("Write to people");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const offering = findMyOffering(ctx.db, ctx, param(params, "id"));
  if (!offering) throw notFound();
  return data({
    id: offering.id,
    title: nameOffering(ctx.db, offering.id).offeringTitle,
    ...getMessagePage(ctx, offering, new URL(request.url).searchParams),
    back: hasGrant(ctx, "coordinator", offering.providerId)
      ? { label: "Offering", to: `/coordinator/offerings/${offering.id}/people` }
      : { label: "Attendance", to: `/facilitator/offerings/${offering.id}` },
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const offering = findMyOffering(ctx.db, ctx, param(params, "id"));
  if (!offering) throw notFound();
  const fields = await readFields(request, messageForm);
  const form = parseForm(fields, messageForm);
  if (!form.ok) {
    const files = listDraftFiles(ctx.db, ctx.actor.personId, fields.get("nonce"));
    return data({ ...form.reply.data, files: files.map(withoutHash) }, form.reply.init ?? undefined);
  }
  const answer = await runMessageForm(ctx, offering, form.value, form.once);
  if (answer.kind === "started")
    throw await redirectStarted(answer.started, `/facilitator/offerings/${offering.id}/message`);
  const { files } = answer;
  if (answer.kind === "refused") {
    const refused = form.refuse(answer.words, answer.field);
    return data({ ...refused.data, files }, refused.init ?? undefined);
  }
  const preview = answer.kind === "preview" ? answer.preview : null;
  return data({ result: form.again(), files, preview, said: answer.said });
}

interface Shown {
  files?: DraftFile[];
  preview?: Preview | null;
  said?: string | null;
}

/** What the page shows again after a post that changed nothing. */
const shownIn = ({ files = [], preview = null, said = null }: Shown = {}) => ({ files, preview, said });

export default function WriteToPeople() {
  const { id, title, timeZone, messages, back, templates, template, chosen, ...form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { files, preview, said } = shownIn(answer);
  return (
    <Page title="Write to people" lead={title} breadcrumbs={[back]} width="narrow">
      {said ? <Notice tone="good" title={said} /> : null}
      {preview ? <MessagePreview preview={preview} files={files} /> : null}
      <TemplateChoice templates={templates} current={template?.id ?? null} chosen={chosen} />
      <MessageFields
        key={`${template?.id ?? ""} ${messages.length}`}
        {...form}
        {...{ chosen, template, files }}
        lastResult={answer?.result}
      />
      <Section title="Sent">
        <SentMessages offeringId={id} messages={messages} timeZone={timeZone} />
      </Section>
    </Page>
  );
}
