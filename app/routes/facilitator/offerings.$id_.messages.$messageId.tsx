import { data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { MessageStatus } from "~/desks/admin/mail-cells";
import { MESSAGE_STATE_LABELS } from "~/messages/outbox/message-state";
import { requireActor } from "~/people/roles/permission.server";
import { formatDateTime, plural } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, pageOf, param } from "~/platform/http/responses.server";
import { audienceInWords } from "~/registration/messages/message-audience";
import { findMessage } from "~/registration/messages/message-people.server";
import { listReceivers } from "~/registration/messages/message-receivers.server";
import { Facts, Page, Section } from "~/ui/frame/Page";
import { Pagination } from "~/ui/tables/Pagination";
import { DataTable } from "~/ui/tables/Table";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.message.subject ?? "Message");

/** What was written to the people of an offering, and who got it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const offering = findMyOffering(ctx.db, ctx, param(params, "id"));
  const message = offering && findMessage(ctx.db, offering.id, param(params, "messageId"));
  if (!offering || !message) throw notFound();
  const page = pageOf(new URL(request.url));
  const receivers = listReceivers(ctx, offering.id, message, page);
  return data({ offeringId: offering.id, timeZone: offering.timeZone, message, page, ...receivers });
}

export default function SentMessage() {
  const { offeringId, timeZone, message, page, rows, total, states } = useLoaderData<typeof loader>();
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
        title="Who got it"
        description={states.map(({ state, count }) => `${MESSAGE_STATE_LABELS[state]}: ${count}`).join(" · ")}
      >
        <DataTable
          caption="Who got it"
          rows={rows}
          rowKey={({ id }) => id}
          empty={<p className="text-soft">Nobody.</p>}
          columns={[
            {
              key: "person",
              header: "Person",
              primary: true,
              cell: ({ id, personId, name }) => (
                <Link
                  to={`/people/${personId}/mails/${id}`}
                  className="link pointer-coarse:inline-block pointer-coarse:py-2"
                >
                  {name}
                </Link>
              ),
            },
            {
              key: "state",
              header: "State",
              cell: ({ state, suppressedBecause, lastError }) => (
                <>
                  <MessageStatus state={state} />
                  {(suppressedBecause ?? lastError) ? (
                    <span className="block text-[0.9375rem] text-soft">{suppressedBecause ?? lastError}</span>
                  ) : null}
                </>
              ),
            },
            {
              key: "sent",
              header: "Sent",
              cell: ({ sentAt, digestDueAt }) =>
                sentAt !== null
                  ? formatDateTime(sentAt, timeZone)
                  : digestDueAt === null
                    ? "Not yet"
                    : `With the summary of ${formatDateTime(digestDueAt, timeZone)}`,
            },
          ]}
        />
        <Pagination page={page} total={total} hrefFor={(each) => `?page=${each}`} />
        <p className="text-[0.9375rem] text-soft">{plural(total, "person", "people")} in all.</p>
      </Section>
    </Page>
  );
}
