import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { TEMPLATE_REFUSALS } from "~/catalog/templates/template-kind";
import { templateForm } from "~/catalog/templates/template-form";
import { deleteTemplate, keepTemplate, listTemplates, renameTemplate } from "~/catalog/templates/template.server";
import { requireRole } from "~/people/roles/permission.server";
import { formatDate } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Hidden } from "~/ui/fields/form";
import { EmptyState, Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { DataTable } from "~/ui/tables/Table";

export const meta = () => pageTitle("Templates of offerings and courses");

export async function loader({ request }: LoaderFunctionArgs) {
  return data({ rows: listTemplates(await requireRole(request, "coordinator")) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const form = await readForm(request, templateForm);
  if (!form.ok) return form.reply;
  const input = form.value;
  const outcome = once(ctx, "template", form.once, () =>
    input.intent === "keep"
      ? keepTemplate(ctx, input)
      : input.intent === "rename"
        ? renameTemplate(ctx, input)
        : deleteTemplate(ctx, input.templateId),
  );
  if (!outcome.ok) return form.refuse(TEMPLATE_REFUSALS[outcome.reason]);
  const said = {
    keep: "Kept. The next one can begin with it.",
    rename: "Renamed.",
    delete: "The template is deleted.",
  };
  throw await redirectWithToast("/coordinator/offering-templates", said[input.intent]);
}

export default function OfferingTemplates() {
  const { rows } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  return (
    <Page
      title="Templates of offerings and courses"
      lead="How you plan something again and again: of an offering its weekdays and hours, place, seats, price, terms and instructors; of a course what it says and asks."
      breadcrumbs={[{ label: "Offerings", to: "/coordinator" }]}
      actions={
        <LinkButton to="/coordinator/templates" variant="secondary">
          Templates of messages
        </LinkButton>
      }
    >
      <Refused result={result} />
      <DataTable
        caption="Templates of offerings and courses"
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title="No template yet">
            Keep one from the page of an offering or a course that you would plan the same way again.
          </EmptyState>
        }
        columns={[
          { key: "name", header: "Name", primary: true, cell: (row) => row.name },
          { key: "kind", header: "Of", cell: (row) => (row.kind === "course" ? "A course" : "An offering") },
          { key: "what", header: "Holds", cell: (row) => row.holds },
          { key: "provider", header: "Provider", cell: (row) => row.provider },
          {
            key: "kept",
            header: "Kept",
            cell: (row) => `${formatDate(row.keptAt, REGION_TIME_ZONE)}, ${row.keptByName}`,
          },
          {
            key: "do",
            header: "Actions",
            bare: true,
            cell: (row) => (
              <div className="flex flex-wrap gap-2">
                <Form method="post" className="flex flex-wrap items-center gap-2">
                  <Hidden name="templateId" value={row.id} />
                  <input
                    type="text"
                    name="name"
                    aria-label={`Another name for ${row.name}`}
                    defaultValue={row.name}
                    required
                    maxLength={80}
                    className="input max-w-56"
                  />
                  <SubmitButton intent="rename" variant="secondary" size="sm">
                    Rename
                  </SubmitButton>
                </Form>
                <ConfirmDialog
                  trigger="Delete"
                  size="sm"
                  title={`Delete ${row.name}?`}
                  confirmLabel="Delete the template"
                  intent="delete"
                  values={{ templateId: row.id }}
                >
                  <p>What began with it stays as it is.</p>
                </ConfirmDialog>
              </div>
            ),
          },
        ]}
      />
    </Page>
  );
}
