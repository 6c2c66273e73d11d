import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SUBMITTED_LIST } from "~/hr/submitted/submitted-list";
import { submittedSource } from "~/hr/submitted/submitted-list.server";
import { SubmittedStatus } from "~/hr/submitted/SubmittedTable";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { formatAge, formatDate } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { EmptyState, Page } from "~/ui/frame/Page";
import { RowLink } from "~/ui/lists/RowLink";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(SUBMITTED_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  return data(showList(ctx, request, submittedSource(ctx, new URL(request.url).searchParams)));
}

export default function SubmittedQueue() {
  const list = useLoaderData<typeof loader>();
  return (
    <Page
      title={SUBMITTED_LIST.title}
      lead="Hours from outside your dates, or from elsewhere, which people show you by their own wish and ask you to accept."
      width="wide"
    >
      <WorkList
        shape={SUBMITTED_LIST}
        list={list}
        empty={<EmptyState title="Nothing to decide">Submissions come here as people send them.</EmptyState>}
        cells={{
          name: (row) => (
            <RowLink to={`/hr/submitted/${row.id}`}>
              {row.name}
              <span className="sr-only">, submitted on {formatDate(row.sentAt, REGION_TIME_ZONE)}</span>
            </RowLink>
          ),
          district: (row) => row.organisation,
          posted: (row) => row.posted,
          elsewhere: (row) => row.elsewhere,
          state: (row) => <SubmittedStatus state={row.state} reason={null} />,
          age: (row) => formatAge(row.age),
          sent: (row) => formatDate(row.sentAt, REGION_TIME_ZONE),
          decided: (row) => (row.decidedAt ? formatDate(row.decidedAt, REGION_TIME_ZONE) : "–"),
          certificate: (row) => row.certificateNumber ?? "–",
        }}
      />
    </Page>
  );
}
