import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { answersInquiries } from "~/desks/inquiries/inbox.server";
import { INBOX_LISTS } from "~/desks/inquiries/inbox-list";
import { inboxSource, inboxStateOf } from "~/desks/inquiries/inbox-list.server";
import { INQUIRY_STATE_WORDS, INQUIRY_STATES, INQUIRY_WORDS } from "~/desks/inquiries/inquiry";
import { PersonLink } from "~/people/persons/PersonLink";
import { requireActor } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { formatAge, formatDateTime } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { notFound } from "~/platform/http/responses.server";
import { EmptyState, Page } from "~/ui/frame/Page";
import { Tabs } from "~/ui/frame/Tabs";
import { RowLink } from "~/ui/lists/RowLink";
import { WorkList } from "~/ui/lists/WorkList";
import { hrefWith } from "~/ui/tables/address";

export const meta = () => pageTitle("Inquiries");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  if (!answersInquiries(ctx)) throw notFound();
  const search = new URL(request.url).searchParams;
  return data({ ...showList(ctx, request, inboxSource(ctx, search)), kind: inboxStateOf(search) });
}

export default function Inbox() {
  const { kind, ...list } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <Page title="Inquiries" lead="What people ask about offerings, hours and leaving late." width="wide">
      <Tabs
        label="Inquiries by status"
        tabs={INQUIRY_STATES.map((each) => ({
          label: each === "open" ? "To answer" : INQUIRY_STATE_WORDS[each],
          to: hrefWith(search, { state: each, sort: null }),
          current: each === kind,
        }))}
      />
      <WorkList
        shape={INBOX_LISTS[kind]}
        list={list}
        empty={<EmptyState title="Nothing here">{EMPTY[kind]}</EmptyState>}
        cells={{
          title: (row) => <RowLink to={`/inbox/${row.id}`}>{row.title}</RowLink>,
          name: (row) => <PersonLink personId={row.personId} name={row.name} />,
          about: (row) => INQUIRY_WORDS[row.kind].about,
          age: (row) => formatAge(row.age),
          since: (row) => formatDateTime(row.changedAt, row.timeZone),
          number: (row) => row.inServiceNumber ?? "–",
        }}
      />
    </Page>
  );
}

const EMPTY = {
  open: "Nobody waits for an answer.",
  answered: "What you answer stands here.",
  "taken-back": "What people took back before an answer stands here.",
};
