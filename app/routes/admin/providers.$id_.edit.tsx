import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { updateProvider } from "~/catalog/providers/provider-edit.server";
import { providerForm } from "~/catalog/providers/provider-form";
import { providerRefusalText } from "~/catalog/providers/provider-refusal";
import { findProvider } from "~/catalog/providers/provider.server";
import { ProviderFields } from "~/catalog/providers/ProviderFields";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Change a provider");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const provider = findProvider(ctx.db, param(params, "id"));
  if (!provider) throw notFound();
  return data({ provider });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const form = await readForm(request, providerForm);
  if (!form.ok) return form.reply;
  const outcome = updateProvider(ctx, param(params, "id"), form.value);
  if (outcome.ok) throw await redirectWithToast(`/admin/providers/${params.id}`, `${form.value.name} was saved.`);
  const { words, field } = providerRefusalText(outcome);
  return form.refuse(words, field);
}

export default function EditProvider() {
  const { provider } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  return (
    <Page
      title={`Change ${provider.name}`}
      lead="Pages show it from now on. What was issued before keeps what it shows."
      breadcrumbs={[
        { label: "Providers", to: "/admin/providers" },
        { label: provider.name, to: `/admin/providers/${provider.id}` },
      ]}
      width="narrow"
    >
      <ProviderFields key={provider.id} lastResult={result} provider={provider} submitLabel="Save provider" />
    </Page>
  );
}
