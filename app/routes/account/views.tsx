import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { findList } from "~/desks/lists/list-registry.server";
import { requireActor } from "~/people/roles/permission.server";
import { savedViewForm } from "~/people/views/saved-view-form";
import { deleteView, listAllViews, saveView, setFirstView, VIEW_REFUSALS } from "~/people/views/saved-view.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, safePath } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { EmptyState, Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { DataTable } from "~/ui/tables/Table";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("Your views of lists");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const rows = listAllViews(ctx).flatMap((view) => {
    const shape = findList(view.list)?.shape;
    return shape ? [{ ...view, title: shape.title, to: shape.of ? null : `${shape.path}?${view.query}` }] : [];
  });
  return data({ rows });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const form = await readForm(request, savedViewForm);
  if (!form.ok) return form.reply;
  const input = form.value;
  if (input.intent === "save") {
    const shape = findList(input.list)?.shape;
    if (!shape) throw notFound();
    const saved = saveView(ctx, shape, { ...input, first: input.first === "on" });
    if (!saved.ok) return form.refuse(VIEW_REFUSALS[saved.reason]);
    throw await redirectWithToast(safePath(input.back, shape.path), `“${input.name}” stands under Views.`);
  }
  const changed =
    input.intent === "delete"
      ? deleteView(ctx, input.viewId)
      : setFirstView(ctx, input.viewId, input.intent === "first");
  if (!changed.ok) return form.refuse(VIEW_REFUSALS[changed.reason]);
  throw await redirectWithToast("/views", input.intent === "delete" ? "The view is deleted." : "Saved.");
}

export default function Views() {
  const { rows } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  return (
    <Page title="Your views of lists" lead="Filters, order and columns that you saved. Nobody else sees them.">
      <Refused result={result} />
      <DataTable
        caption="Your views of lists"
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title="No views yet">Save one with the button Views above a list.</EmptyState>}
        columns={[
          {
            key: "name",
            header: "View",
            primary: true,
            cell: (row) =>
              row.to ? (
                <Link to={row.to} className="link">
                  {row.name}
                </Link>
              ) : (
                row.name
              ),
          },
          { key: "list", header: "List", cell: (row) => row.title },
          { key: "first", header: "Opens first", cell: (row) => (row.first ? "Yes" : "No") },
          {
            key: "do",
            header: "Actions",
            bare: true,
            cell: (row) => (
              <Form method="post" className="flex flex-wrap gap-2">
                <Hidden name="viewId" value={row.id} />
                <SubmitButton intent={row.first ? "not-first" : "first"} variant="secondary" size="sm">
                  {row.first ? "Do not open first" : "Open first"}
                </SubmitButton>
                <SubmitButton intent="delete" variant="secondary" size="sm">
                  Delete
                </SubmitButton>
              </Form>
            ),
          },
        ]}
      />
    </Page>
  );
}
