import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Footprints } from "lucide-react";
import { ChooseOrganisation } from "~/hr/renewals/ChooseOrganisation";
import { LADDER_CELLS } from "~/hr/renewals/ladder-cells";
import { LADDER_LIST } from "~/hr/renewals/ladder-list";
import { ladderSource } from "~/hr/renewals/ladder-list.server";
import { readRenewalChoice } from "~/hr/renewals/renewal-list.server";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { pageTitle } from "~/platform/http/page-title";
import { EmptyState, Page } from "~/ui/frame/Page";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(LADDER_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const search = new URL(request.url).searchParams;
  return { ...readRenewalChoice(ctx, search), ...showList(ctx, request, ladderSource(ctx, search)) };
}

export default function Paraeducators() {
  const { organisations, organisation, ...list } = useLoaderData<typeof loader>();
  return (
    <Page
      title={LADDER_LIST.title}
      lead={`${organisation.name}: who works as a paraeducator today, and how far the hours go that they completed with you. Looking is recorded.`}
      breadcrumbs={[{ label: "Renewals", to: "/hr/renewals" }]}
      width="wide"
    >
      <ChooseOrganisation organisations={organisations} chosen={organisation.id} kept={["q"]} />
      <WorkList
        shape={LADDER_LIST}
        list={list}
        cells={LADDER_CELLS}
        empty={
          <EmptyState icon={<Footprints aria-hidden />} title="No paraeducator matches">
            <p>People stand here from the first day of a confirmed entry as a paraeducator until its last.</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
