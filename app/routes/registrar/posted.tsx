import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CREDIT_CELLS } from "~/desks/registrar/credit-cells";
import { postedSource } from "~/desks/registrar/credit-list.server";
import { POSTED_LIST } from "~/desks/registrar/posted-list";
import { listWorkplaceOptions } from "~/people/affiliations/workplace.server";
import { requireRole } from "~/people/roles/permission.server";
import { showLongList } from "~/desks/lists/list-pool.server";
import { pageTitle } from "~/platform/http/page-title";
import { EmptyState, Page } from "~/ui/frame/Page";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(POSTED_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const options = { district: listWorkplaceOptions(ctx.db) };
  return data({ ...(await showLongList(ctx, request, postedSource(ctx))), options });
}

export default function PostedCredits() {
  const { options, ...list } = useLoaderData<typeof loader>();
  return (
    <Page title={POSTED_LIST.title} lead="Every version of a credit, with its corrections." width="wide">
      <WorkList
        shape={POSTED_LIST}
        list={list}
        options={options}
        cells={CREDIT_CELLS}
        empty={<EmptyState title="Nothing is posted yet">Credits stand here once you post claims.</EmptyState>}
      />
    </Page>
  );
}
