import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EXPORT_CELLS } from "~/hr/exports/export-cells";
import { EXPORT_LIST } from "~/hr/exports/export-list";
import { exportSource } from "~/hr/exports/export-list.server";
import { listMyOrganisations } from "~/hr/hr-scope.server";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { pageTitle } from "~/platform/http/page-title";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page } from "~/ui/frame/Page";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(EXPORT_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const organisations = listMyOrganisations(ctx).map(({ id, name }) => ({ value: id, label: name }));
  return data({
    ...showList(ctx, request, exportSource(ctx)),
    options: { organization: organisations.length > 1 ? organisations : [] },
  });
}

export default function Exports() {
  const { options, ...list } = useLoaderData<typeof loader>();
  return (
    <Page
      title={EXPORT_LIST.title}
      lead="Each file is kept as it was given out and comes again byte for byte, whatever has changed since. Of exports that are marked CSV without a size, the rows come again with what is known today."
      breadcrumbs={[{ label: "Export clock hours", to: "/hr/export" }]}
      width="wide"
    >
      <WorkList
        shape={EXPORT_LIST}
        list={list}
        options={options}
        cells={EXPORT_CELLS}
        empty={
          <EmptyState
            title="Nothing has been exported yet"
            action={<LinkButton to="/hr/export">Export hours</LinkButton>}
          />
        }
      />
    </Page>
  );
}
