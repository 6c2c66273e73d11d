import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PLAIN_LAYOUT } from "~/hr/exports/layouts/export-layout";
import { newLayoutForm, toLayoutDraft } from "~/hr/exports/layouts/layout-form";
import { LAYOUT_REFUSALS } from "~/hr/exports/layouts/layout-refusal";
import { addLayout, listMyLayouts } from "~/hr/exports/layouts/layout.server";
import { LayoutFields } from "~/hr/exports/layouts/LayoutFields";
import { listMyOrganisations } from "~/hr/hr-scope.server";
import { requireRole } from "~/people/roles/permission.server";
import { formatDate } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("Layouts of exports");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const organisations = listMyOrganisations(ctx).map(({ id, name }) => ({ value: id, label: name }));
  return data({ layouts: listMyLayouts(ctx), organisations });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const form = await readForm(request, newLayoutForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "export-layout", form.once, () => addLayout(ctx, form.value));
  if (!outcome.ok) return form.refuse(LAYOUT_REFUSALS[outcome.reason], "name");
  throw await redirectWithToast("/hr/layouts", `“${form.value.name}” is kept.`);
}

const EMPTY = toLayoutDraft({ name: "", layout: PLAIN_LAYOUT });

export default function Layouts() {
  const { layouts, organisations } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Layouts of exports"
      lead="How your payroll wants the file: its columns and headings, and how days and hours are written."
      breadcrumbs={[{ label: "Export clock hours", to: "/hr/export" }]}
    >
      <DataTable
        caption="Layouts"
        rows={layouts}
        rowKey={({ id }) => id}
        empty={<EmptyState title="There is no layout yet">Add the first one below.</EmptyState>}
        columns={[
          {
            key: "name",
            header: "Name",
            primary: true,
            cell: ({ id, name }) => (
              <Link to={`/hr/layouts/${id}`} className="link pointer-coarse:inline-block pointer-coarse:py-2">
                {name}
              </Link>
            ),
          },
          { key: "columns", header: "Columns", align: "end", cell: ({ layout }) => layout.columns.length },
          { key: "organisation", header: "Organization", cell: ({ organisation }) => organisation },
          { key: "changed", header: "Changed", cell: ({ updatedAt }) => formatDate(updatedAt, REGION_TIME_ZONE) },
        ]}
      />
      <Section title="Add a layout">
        <LayoutFields
          key={layouts.length}
          lastResult={useActionData<typeof action>()?.result}
          draft={EMPTY}
          organisations={organisations}
          submitLabel="Add the layout"
        />
      </Section>
    </Page>
  );
}
