import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { OFFERING_TEMPLATE_REFUSALS } from "~/catalog/templates/offering-template";
import { offeringTemplateForm } from "~/catalog/templates/offering-template-form";
import {
  deleteOfferingTemplate,
  keepOfferingTemplate,
  listOfferingTemplates,
  renameOfferingTemplate,
} from "~/catalog/templates/offering-template.server";
import { requireRole } from "~/people/roles/permission.server";
import { formatDate, plural } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Hidden } from "~/ui/fields/form";
import { EmptyState, Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { DataTable } from "~/ui/tables/Table";

export const meta = () => pageTitle("Templates of offerings");

export async function loader({ request }: LoaderFunctionArgs) {
  return data({ rows: listOfferingTemplates(await requireRole(request, "coordinator")) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const form = await readForm(request, offeringTemplateForm);
  if (!form.ok) return form.reply;
  const input = form.value;
  const outcome = once(ctx, "offering-template", form.once, () =>
    input.intent === "keep"
      ? keepOfferingTemplate(ctx, input)
      : input.intent === "rename"
        ? renameOfferingTemplate(ctx, input)
        : deleteOfferingTemplate(ctx, input.templateId),
  );
  if (!outcome.ok) return form.refuse(OFFERING_TEMPLATE_REFUSALS[outcome.reason]);
  const said = {
    keep: "Kept. A new offering can begin with it.",
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
      title="Templates of offerings"
      lead="How you run something again and again: weekdays and hours, place, seats, price, terms and instructors. A new offering can begin with one."
      breadcrumbs={[{ label: "Offerings", to: "/coordinator" }]}
      actions={
        <LinkButton to="/coordinator/templates" variant="secondary">
          Templates of messages
        </LinkButton>
      }
    >
      <Refused result={result} />
      <DataTable
        caption="Templates of offerings"
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title="No template yet">
            Keep one from the page of an offering that you would run the same way again.
          </EmptyState>
        }
        columns={[
          { key: "name", header: "Name", primary: true, cell: (row) => row.name },
          { key: "what", header: "Holds", cell: (row) => `${plural(row.sessions, "session")}, ${row.place}` },
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
                  <p>Offerings that began with it stay as they are.</p>
                </ConfirmDialog>
              </div>
            ),
          },
        ]}
      />
    </Page>
  );
}
