import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PROVIDER_CELLS } from "~/catalog/providers/provider-cells";
import { PROVIDER_LIST } from "~/catalog/providers/provider-list";
import { providerSource } from "~/catalog/providers/provider-list.server";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { pageTitle } from "~/platform/http/page-title";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page } from "~/ui/frame/Page";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(PROVIDER_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  return showList(ctx, request, providerSource(ctx));
}

export default function Providers() {
  const list = useLoaderData<typeof loader>();
  return (
    <Page
      title={PROVIDER_LIST.title}
      lead="Approved organizations that give clock hours."
      actions={<LinkButton to="/admin/providers/new">Add a provider</LinkButton>}
      width="wide"
    >
      <WorkList
        shape={PROVIDER_LIST}
        list={list}
        cells={PROVIDER_CELLS}
        empty={<EmptyState title="There is no provider yet" />}
      />
    </Page>
  );
}
