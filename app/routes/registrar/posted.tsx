import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { claimColumns } from "~/desks/registrar/claim-columns";
import { listPosted } from "~/desks/registrar/registrar-queue.server";
import { requireRole } from "~/people/roles/permission.server";
import { formatDate, formatHours, formatPlainDate } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { pageOf } from "~/platform/http/responses.server";
import { EmptyState, Page } from "~/ui/frame/Page";
import { Pagination, RowCount } from "~/ui/tables/Pagination";
import { DataTable } from "~/ui/tables/Table";

export const meta = () => pageTitle("Posted credits");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const page = pageOf(new URL(request.url));
  return data({ page, ...listPosted(ctx, page) });
}

export default function PostedCredits() {
  const { rows, total, page } = useLoaderData<typeof loader>();
  return (
    <Page title="Posted credits" lead="Newest first." width="wide">
      <RowCount shown={rows.length} total={total} noun="credit" />
      <DataTable
        caption="Posted credits"
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title="Nothing is posted yet">Credits stand here once you post claims.</EmptyState>}
        columns={[
          ...claimColumns<(typeof rows)[number]>((row) => row.claimId),
          { key: "number", header: "In-service number", cell: (row) => row.inServiceNumber },
          { key: "completed", header: "Completed", cell: (row) => formatPlainDate(row.completedOn) },
          { key: "hours", header: "Hours", align: "end", cell: (row) => formatHours(row.minutes) },
          { key: "posted", header: "Posted", cell: (row) => formatDate(row.postedAt, REGION_TIME_ZONE) },
        ]}
      />
      <Pagination page={page} total={total} hrefFor={(each) => `/registrar/posted?page=${each}`} />
    </Page>
  );
}
