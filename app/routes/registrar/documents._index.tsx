import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DOCUMENT_KIND_LABELS } from "~/documents/issuing/document-kind";
import { DocumentStatus } from "~/documents/issuing/DocumentStatus";
import { ISSUED_LIST } from "~/documents/revoking/issued-list";
import { issuedSource } from "~/documents/revoking/issued-list.server";
import { PersonLink } from "~/people/persons/PersonLink";
import { requireRole } from "~/people/roles/permission.server";
import { showLongList } from "~/desks/lists/list-pool.server";
import { formatDate, formatHours } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { EmptyState, Page } from "~/ui/frame/Page";
import { RowLink } from "~/ui/lists/RowLink";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(ISSUED_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  return showLongList(ctx, request, issuedSource(ctx, new URL(request.url).searchParams));
}

export default function Documents() {
  const list = useLoaderData<typeof loader>();
  return (
    <Page
      title={ISSUED_LIST.title}
      lead="What your provider has issued, newest first. Open one to revoke it."
      width="wide"
    >
      <WorkList
        shape={ISSUED_LIST}
        list={list}
        empty={<EmptyState title="No documents yet">They stand here once somebody has downloaded one.</EmptyState>}
        cells={{
          name: (row) => <PersonLink personId={row.personId} name={row.name} />,
          kind: (row) => (
            <RowLink to={`/registrar/documents/${row.id}`}>
              {DOCUMENT_KIND_LABELS[row.kind]}
              <span className="sr-only"> of {row.name}</span>
            </RowLink>
          ),
          holds: (row) => row.holds,
          issued: (row) => formatDate(row.issuedAt, REGION_TIME_ZONE),
          code: (row) => <span className="font-mono text-[0.9375rem]">{row.code}</span>,
          state: (row) => <DocumentStatus state={row.state} />,
          hours: (row) => formatHours(row.minutes),
          email: (row) => <span className="break-all">{row.email ?? "–"}</span>,
          certificate: (row) => row.certificateNumber ?? "–",
        }}
      />
    </Page>
  );
}
