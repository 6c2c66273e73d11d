import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listProviders } from "~/catalog/providers/provider.server";
import { ORGANISATION_KIND_LABELS } from "~/people/roles/role";
import { requireRole } from "~/people/roles/permission.server";
import { formatPlainDate, zoneLabel } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";

export const meta = () => pageTitle("Providers");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  return data({ providers: listProviders(ctx.db) });
}

export default function Providers() {
  const { providers } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Providers"
      lead="Approved organizations that give clock hours."
      actions={<LinkButton to="/admin/providers/new">Add a provider</LinkButton>}
      width="wide"
    >
      <DataTable
        caption="Providers"
        rows={providers}
        rowKey={(row) => row.id}
        empty={<EmptyState title="There is no provider yet" />}
        columns={[
          {
            key: "name",
            header: "Name",
            primary: true,
            cell: (row) => (
              <Link to={`/admin/providers/${row.id}`} className="link pointer-coarse:inline-block pointer-coarse:py-2">
                {row.name}
              </Link>
            ),
          },
          { key: "short", header: "Short name", cell: (row) => row.shortName },
          { key: "kind", header: "Kind", cell: (row) => ORGANISATION_KIND_LABELS[row.kind] },
          { key: "zone", header: "Time", cell: (row) => zoneLabel(row.timeZone) },
          {
            key: "year",
            header: "Approved until",
            cell: (row) =>
              row.lastYear === null ? (
                <Status tone="attention">No year</Status>
              ) : (
                formatPlainDate(`${row.lastYear + 1}-09-30`)
              ),
          },
          { key: "policy", header: "Newest policy from", cell: (row) => formatPlainDate(row.policyFrom) },
        ]}
      />
    </Page>
  );
}
