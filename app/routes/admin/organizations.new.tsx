import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { addOrganisation, ORGANISATION_REFUSALS } from "~/people/organisations/organisation.server";
import { organisationForm } from "~/people/organisations/organisation-form";
import { OrganisationFields } from "~/people/organisations/OrganisationFields";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Add an organization");

export async function loader({ request }: LoaderFunctionArgs) {
  await requireRole(request, "admin");
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const form = await readForm(request, organisationForm);
  if (!form.ok) return form.reply;
  const { intent: _intent, ...input } = form.value;
  const outcome = once(ctx, "organization", form.once, () => addOrganisation(ctx, input));
  if (outcome.ok) throw await redirectWithToast("/admin", `${input.name} was added.`);
  const { message, field } = ORGANISATION_REFUSALS[outcome.reason];
  return form.refuse(message, field);
}

export default function NewOrganization() {
  const result = useActionData<typeof action>()?.result;
  return (
    <Page title="Add an organization" breadcrumbs={[{ label: "Organizations", to: "/admin" }]} width="narrow">
      <OrganisationFields lastResult={result} submitLabel="Add organization" />
    </Page>
  );
}
