import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { DOCUMENT_KIND_LABELS } from "~/documents/issuing/document-kind";
import { DocumentStatus } from "~/documents/issuing/DocumentStatus";
import { listIssuedDocuments } from "~/documents/issuing/revocation.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { PersonLink } from "~/people/persons/PersonLink";
import { requireRole } from "~/people/roles/permission.server";
import { formatDate } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { pageOf } from "~/platform/http/responses.server";
import { hrefWith } from "~/ui/tables/address";
import { FilterBar, FilterText } from "~/ui/tables/filters";
import { EmptyState, Page } from "~/ui/frame/Page";
import { Pagination, RowCount } from "~/ui/tables/Pagination";
import { DataTable } from "~/ui/tables/Table";

export const meta = () => pageTitle("Documents");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const url = new URL(request.url);
  const filter = { q: url.searchParams.get("q")?.trim().slice(0, 100) ?? "", page: pageOf(url) };
  return { ...filter, timeZone: getHomeProvider(ctx.db).timeZone, ...listIssuedDocuments(ctx, filter) };
}

export default function Documents() {
  const { q, page, rows, total, timeZone } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <Page title="Documents" lead="What your provider has issued, newest first. Open one to revoke it." width="wide">
      <FilterBar label="Find a document" className="max-w-xl">
        <FilterText name="q" label="Name or verification code" defaultValue={q} />
      </FilterBar>
      <RowCount shown={rows.length} total={total} noun="document" />
      <DataTable
        caption="Issued documents"
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title="No document matches">Documents stand here once somebody has downloaded one.</EmptyState>
        }
        columns={[
          {
            key: "name",
            header: "Educator",
            primary: true,
            cell: (row) => <PersonLink personId={row.personId} name={row.name} />,
          },
          {
            key: "kind",
            header: "Document",
            cell: (row) => (
              <Link to={`/registrar/documents/${row.id}`} className="link">
                {DOCUMENT_KIND_LABELS[row.kind]}
                <span className="sr-only"> of {row.name}</span>
              </Link>
            ),
          },
          { key: "holds", header: "Holds", cell: (row) => row.holds },
          { key: "issued", header: "Issued", cell: (row) => formatDate(row.issuedAt, timeZone) },
          {
            key: "code",
            header: "Code",
            cell: (row) => <span className="font-mono text-[0.9375rem]">{row.code}</span>,
          },
          { key: "state", header: "State", cell: (row) => <DocumentStatus state={row.state} /> },
        ]}
      />
      <Pagination page={page} total={total} hrefFor={(each) => hrefWith(search, { page: each })} />
    </Page>
  );
}
