import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listOpenCorrections } from "~/credits/corrections/correction.server";
import { claimColumns } from "~/desks/registrar/claim-columns";
import { requireRole } from "~/people/roles/permission.server";
import { formatAge, formatHours } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { EmptyState, Page } from "~/ui/frame/Page";
import { RowCount } from "~/ui/tables/Pagination";
import { DataTable } from "~/ui/tables/Table";

export const meta = () => pageTitle("Corrections");

export async function loader({ request }: LoaderFunctionArgs) {
  return data({ rows: listOpenCorrections(await requireRole(request, "registrar")) });
}

export default function Corrections() {
  const { rows } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Corrections"
      lead="What people and corrected attendance say is wrong with posted hours. Oldest first."
      width="wide"
    >
      <RowCount shown={rows.length} total={rows.length} noun="open request" />
      <DataTable
        caption="Open requests for a correction"
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title="Nothing to correct">Requests come here as people make them.</EmptyState>}
        columns={[
          ...claimColumns<(typeof rows)[number]>((row) => row.claimId),
          { key: "origin", header: "From", cell: (row) => (row.origin === "educator" ? "The educator" : "Attendance") },
          {
            key: "hours",
            header: "To hours",
            align: "end",
            cell: (row) => (row.minutes === null ? "–" : formatHours(row.minutes)),
          },
          { key: "reason", header: "Reason", cell: (row) => row.reason },
          { key: "age", header: "Age", cell: (row) => formatAge(row.age) },
        ]}
      />
    </Page>
  );
}
