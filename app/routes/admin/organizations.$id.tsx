import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getOrganisation, ORGANISATION_REFUSALS, updateOrganisation } from "~/people/organisations/organisation.server";
import { organisationForm } from "~/people/organisations/organisation-form";
import { OrganisationFields } from "~/people/organisations/OrganisationFields";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page } from "~/ui/frame/Page";

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.organisation.name ?? "Organization");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  return { organisation: getOrganisation(ctx.db, params.id ?? "") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const form = await readForm(request, organisationForm);
  if (!form.ok) return form.reply;
  const outcome = updateOrganisation(ctx, params.id ?? "", form.value);
  if (outcome.ok) throw await redirectWithToast("/admin", `${form.value.name} was saved.`);
  const { message, field } = ORGANISATION_REFUSALS[outcome.reason];
  return form.refuse(message, field);
}

export default function EditOrganization() {
  const { organisation } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  return (
    <Page title={organisation.name} breadcrumbs={[{ label: "Organizations", to: "/admin" }]} width="narrow">
      <OrganisationFields
        key={organisation.id}
        lastResult={result}
        organisation={organisation}
        submitLabel="Save organization"
      />
    </Page>
  );
}
