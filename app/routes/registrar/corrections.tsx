import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CORRECTION_ORIGIN_WORDS } from "~/credits/corrections/correction-state";
import { CORRECTION_LIST } from "~/desks/registrar/correction-list";
import { correctionSource } from "~/desks/registrar/correction-list.server";
import { PersonLink } from "~/people/persons/PersonLink";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { formatAge, formatDate, formatHours } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { EmptyState, Page } from "~/ui/frame/Page";
import { RowLink } from "~/ui/lists/RowLink";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(CORRECTION_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  return data(showList(ctx, request, correctionSource(ctx)));
}

export default function Corrections() {
  const list = useLoaderData<typeof loader>();
  return (
    <Page
      title={CORRECTION_LIST.title}
      lead="What people and corrected attendance say is wrong with posted hours. Oldest first."
      width="wide"
    >
      <WorkList
        shape={CORRECTION_LIST}
        list={list}
        empty={<EmptyState title="Nothing to correct">Requests come here as people make them.</EmptyState>}
        cells={{
          name: (row) => <PersonLink personId={row.personId} name={row.name} />,
          title: (row) => (
            <RowLink to={`/registrar/claims/${row.claimId}`}>
              {row.title}
              <span className="sr-only">, {row.name}</span>
            </RowLink>
          ),
          origin: (row) => CORRECTION_ORIGIN_WORDS[row.origin],
          hours: (row) => (row.minutes === null ? "–" : formatHours(row.minutes)),
          reason: (row) => row.reason,
          age: (row) => formatAge(row.age),
          number: (row) => row.inServiceNumber,
          asked: (row) => formatDate(row.askedAt, row.timeZone),
          certificate: (row) => row.certificateNumber ?? "–",
          email: (row) => <span className="break-all">{row.email ?? "–"}</span>,
        }}
      />
    </Page>
  );
}
