import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ORGANISATION_CELLS } from "~/people/organisations/organisation-cells";
import { ORGANISATION_LIST } from "~/people/organisations/organisation-list";
import { organisationSource } from "~/people/organisations/organisation-list.server";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { pageTitle } from "~/platform/http/page-title";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page } from "~/ui/frame/Page";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(ORGANISATION_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  return showList(ctx, request, organisationSource(ctx));
}

export default function Organizations() {
  const list = useLoaderData<typeof loader>();
  return (
    <Page
      title={ORGANISATION_LIST.title}
      lead="Districts, schools and partners that take part. Their codes are what HR’s exports carry."
      actions={
        <>
          <LinkButton to="/admin/organizations/new">Add an organization</LinkButton>
          <LinkButton to="/admin/cooperative" variant="secondary">
            Cooperative
          </LinkButton>
        </>
      }
      width="wide"
    >
      <WorkList
        shape={ORGANISATION_LIST}
        list={list}
        cells={ORGANISATION_CELLS}
        empty={<EmptyState title="No organizations yet">Add the first.</EmptyState>}
      />
    </Page>
  );
}
