import { data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RECEIVER_CELLS } from "~/desks/messages/receiver-cells";
import { openReceivers } from "~/desks/messages/receivers.server";
import { MESSAGE_STATE_LABELS } from "~/messages/outbox/message-state";
import { requireActor } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { formatDateTime } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { audienceInWords } from "~/registration/messages/message-audience";
import { countReceivers } from "~/registration/messages/message-receivers.server";
import { RECEIVERS_LIST } from "~/registration/messages/receivers-list";
import { Facts, Page, Section } from "~/ui/frame/Page";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.message.subject ?? "Message");

/** What was written to the people of an offering, and who got it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const { offering, message, source } = openReceivers(ctx, param(params, "messageId"));
  if (offering.id !== param(params, "id")) throw notFound();
  return data({
    offeringId: offering.id,
    timeZone: offering.timeZone,
    message,
    states: countReceivers(ctx.db, message),
    list: showList(ctx, request, source),
  });
}

export default function SentMessage() {
  const { offeringId, timeZone, message, states, list } = useLoaderData<typeof loader>();
  return (
    <Page
      title={message.subject}
      breadcrumbs={[{ label: "Write to people", to: `/facilitator/offerings/${offeringId}/message` }]}
    >
      <Facts
        items={[
          { label: "From", value: message.senderName },
          { label: "Written", value: formatDateTime(message.sentAt, timeZone) },
          { label: "To", value: audienceInWords(message.audience, message) },
          { label: "Attached", value: message.files.map(({ name }) => name).join(", ") || null },
        ]}
      />
      <p className="whitespace-pre-line wrap-anywhere">{message.body}</p>
      <Section
        title={RECEIVERS_LIST.title}
        description={states.map(({ state, count }) => `${MESSAGE_STATE_LABELS[state]}: ${count}`).join(" · ")}
      >
        <WorkList
          shape={RECEIVERS_LIST}
          of={message.id}
          list={list}
          cells={RECEIVER_CELLS}
          empty={<p className="text-soft">Nobody.</p>}
        />
      </Section>
    </Page>
  );
}
