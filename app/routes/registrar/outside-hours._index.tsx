import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { formatAge, formatDate, formatPlainDate } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { OUTSIDE_STATE_WORDS } from "~/renewal/outside/outside-hours";
import { OUTSIDE_LIST } from "~/renewal/outside/outside-list";
import { outsideSource } from "~/renewal/outside/outside-list.server";
import { EmptyState, Page } from "~/ui/frame/Page";
import { RowLink } from "~/ui/lists/RowLink";
import { WorkList } from "~/ui/lists/WorkList";
import { Status } from "~/ui/Status";

export const meta = () => pageTitle(OUTSIDE_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  return data(showList(ctx, request, outsideSource(ctx, new URL(request.url).searchParams)));
}

export default function OutsideQueue() {
  const list = useLoaderData<typeof loader>();
  return (
    <Page
      title={OUTSIDE_LIST.title}
      lead="What people earned from other providers and colleges, and ask you to vouch for. It never becomes part of the ledger."
      width="wide"
    >
      <WorkList
        shape={OUTSIDE_LIST}
        list={list}
        empty={<EmptyState title="Nothing to check">Entries come here as people send them.</EmptyState>}
        cells={{
          name: (row) => row.name,
          title: (row) => (
            <RowLink to={`/registrar/outside-hours/${row.id}`}>
              {row.title}
              <span className="sr-only">, {row.name}</span>
            </RowLink>
          ),
          given: (row) => row.providerName,
          amount: (row) => row.amount,
          completed: (row) => formatPlainDate(row.completedOn),
          evidence: (row) => (row.hasFile ? "Added" : "None"),
          state: (row) => (
            <Status tone={OUTSIDE_STATE_WORDS[row.state].tone}>{OUTSIDE_STATE_WORDS[row.state].words}</Status>
          ),
          age: (row) => formatAge(row.age),
          sent: (row) => formatDate(row.sentAt, REGION_TIME_ZONE),
          topics: (row) => row.topics || "–",
          certificate: (row) => row.certificateNumber ?? "–",
          email: (row) => <span className="break-all">{row.email ?? "–"}</span>,
        }}
      />
    </Page>
  );
}
