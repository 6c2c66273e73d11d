import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { POSTED_LIST } from "~/desks/registrar/posted-list";
import { postedSource } from "~/desks/registrar/posted-list.server";
import { PersonLink } from "~/people/persons/PersonLink";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { formatDate, formatHours, formatPlainDate } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { EmptyState, Page } from "~/ui/frame/Page";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(POSTED_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  return data(showList(ctx, request, postedSource(ctx)));
}

export default function PostedCredits() {
  const list = useLoaderData<typeof loader>();
  return (
    <Page title={POSTED_LIST.title} lead="Every version of a credit, with its corrections." width="wide">
      <WorkList
        shape={POSTED_LIST}
        list={list}
        empty={<EmptyState title="Nothing is posted yet">Credits stand here once you post claims.</EmptyState>}
        cells={{
          name: (row) => <PersonLink personId={row.personId} name={row.name} />,
          title: (row) => (
            <Link
              to={`/registrar/claims/${row.claimId}`}
              className="link pointer-coarse:inline-block pointer-coarse:py-2"
            >
              {row.title}
              <span className="sr-only">, {row.name}</span>
            </Link>
          ),
          number: (row) => row.inServiceNumber,
          completed: (row) => formatPlainDate(row.completedOn),
          hours: (row) => formatHours(row.minutes),
          posted: (row) => formatDate(row.postedAt, REGION_TIME_ZONE),
          certificate: (row) => row.certificateNumber ?? "–",
          version: (row) => row.version,
        }}
      />
    </Page>
  );
}
