import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OFFERING_LISTS } from "~/desks/coordinator/offering-list";
import { offeringSource, offeringTimeOf } from "~/desks/coordinator/offering-list.server";
import { OFFERING_CELLS } from "~/desks/coordinator/OfferingTable";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { pageTitle } from "~/platform/http/page-title";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page } from "~/ui/frame/Page";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle("Offerings");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const search = new URL(request.url).searchParams;
  return data({ ...showList(ctx, request, offeringSource(ctx, search)), time: offeringTimeOf(search) });
}

export default function CoordinatorOfferings() {
  const { time, ...list } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Offerings"
      width="wide"
      actions={<LinkButton to="/coordinator/courses">New offering of a course</LinkButton>}
    >
      <WorkList
        shape={OFFERING_LISTS[time]}
        list={list}
        cells={OFFERING_CELLS}
        empty={
          <EmptyState
            title="No offering is to come"
            action={
              <LinkButton to="/coordinator?when=all" variant="secondary">
                Show every offering
              </LinkButton>
            }
          >
            <p>Schedule a new offering from one of your courses.</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
