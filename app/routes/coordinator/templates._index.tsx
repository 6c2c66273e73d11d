import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listScopedProviders } from "~/catalog/courses/course-desk.server";
import { TemplateFields } from "~/desks/messages/TemplateFields";
import { requireRole } from "~/people/roles/permission.server";
import { formatDate } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { newTemplateForm } from "~/registration/messages/message-template-form";
import { TEMPLATE_REFUSALS } from "~/registration/messages/message-template-refusal";
import { addTemplate, listScopedTemplates } from "~/registration/messages/message-template.server";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("Templates of messages");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const providers = listScopedProviders(ctx).map(({ id, name }) => ({ value: id, label: name }));
  return data({ templates: listScopedTemplates(ctx), providers });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const form = await readForm(request, newTemplateForm);
  if (!form.ok) return form.reply;
  if (!ctx.scopeIds.includes(form.value.providerId)) throw notFound();
  const outcome = once(ctx, "template", form.once, () => addTemplate(ctx, form.value.providerId, form.value));
  if (!outcome.ok) return form.refuse(TEMPLATE_REFUSALS[outcome.reason], "name");
  throw await redirectWithToast("/coordinator/templates", `“${form.value.name}” is kept.`);
}

export default function Templates() {
  const { templates, providers } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Templates of messages"
      lead="What is written again and again to the people of an offering. Everybody who writes for the provider can begin with one; coordinators change them."
      actions={
        <LinkButton to="/coordinator/offering-templates" variant="secondary">
          Templates of offerings
        </LinkButton>
      }
    >
      <DataTable
        caption="Templates"
        rows={templates}
        rowKey={({ id }) => id}
        empty={<EmptyState title="There is no template yet">Add the first one below.</EmptyState>}
        columns={[
          {
            key: "name",
            header: "Name",
            primary: true,
            cell: ({ id, name }) => (
              <Link
                to={`/coordinator/templates/${id}`}
                className="link pointer-coarse:inline-block pointer-coarse:py-2"
              >
                {name}
              </Link>
            ),
          },
          { key: "subject", header: "Subject", cell: ({ subject }) => subject },
          { key: "provider", header: "Provider", cell: ({ provider }) => provider },
          { key: "changed", header: "Changed", cell: ({ updatedAt }) => formatDate(updatedAt, REGION_TIME_ZONE) },
        ]}
      />
      <Section title="Add a template">
        <div className="max-w-2xl">
          <TemplateFields
            key={templates.length}
            lastResult={useActionData<typeof action>()?.result}
            providers={providers}
            submitLabel="Add the template"
          />
        </div>
      </Section>
    </Page>
  );
}
