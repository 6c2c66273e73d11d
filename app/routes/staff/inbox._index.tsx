import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { answersInquiries, listInbox } from "~/desks/inquiries/inbox.server";
import { INQUIRY_STATE_WORDS, INQUIRY_STATES, INQUIRY_WORDS } from "~/desks/inquiries/inquiry";
import { requireActor } from "~/people/roles/permission.server";
import { PersonLink } from "~/people/persons/PersonLink";
import { formatAge, formatDateTime } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, pageOf } from "~/platform/http/responses.server";
import { EmptyState, Page } from "~/ui/frame/Page";
import { Tabs } from "~/ui/frame/Tabs";
import { Pagination, RowCount } from "~/ui/tables/Pagination";
import { DataTable } from "~/ui/tables/Table";

export const meta = () => pageTitle("Inquiries");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  if (!answersInquiries(ctx)) throw notFound();
  const url = new URL(request.url);
  const state = INQUIRY_STATES.find((each) => each === url.searchParams.get("state")) ?? "open";
  const page = pageOf(url);
  return data({ ...listInbox(ctx, state, page), state, page, now: ctx.now });
}

export default function Inbox() {
  const { rows, total, state, page, now } = useLoaderData<typeof loader>();
  return (
    <Page title="Inquiries" lead="What people ask about offerings, hours and leaving late." width="wide">
      <Tabs
        label="Inquiries by status"
        tabs={INQUIRY_STATES.map((each) => ({
          label: each === "open" ? "To answer" : INQUIRY_STATE_WORDS[each],
          to: each === "open" ? "/inbox" : `?state=${each}`,
          current: each === state,
        }))}
      />
      <RowCount shown={rows.length} total={total} noun="inquiry" nouns="inquiries" />
      <DataTable
        caption="Inquiries"
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title="Nothing here">{EMPTY[state]}</EmptyState>}
        columns={[
          {
            key: "title",
            header: "Offering",
            primary: true,
            cell: (row) => (
              <Link to={`/inbox/${row.id}`} className="link">
                {row.title}
              </Link>
            ),
          },
          { key: "name", header: "From", cell: (row) => <PersonLink personId={row.personId} name={row.name} /> },
          { key: "about", header: "About", cell: (row) => INQUIRY_WORDS[row.kind].about },
          {
            key: "when",
            header: state === "open" ? "Waits" : "Since",
            cell: (row) =>
              state === "open" ? formatAge(now - row.changedAt) : formatDateTime(row.changedAt, row.timeZone),
          },
        ]}
      />
      <Pagination page={page} total={total} hrefFor={(each) => `/inbox?state=${state}&page=${each}`} />
    </Page>
  );
}

const EMPTY = {
  open: "Nobody waits for an answer.",
  answered: "What you answer stands here.",
  "taken-back": "What people took back before an answer stands here.",
};
