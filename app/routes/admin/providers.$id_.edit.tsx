import { findLastChange } from "~/people/persons/last-change.server";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { toProviderDraft, updateProvider } from "~/catalog/providers/provider-edit.server";
import { providerForm } from "~/catalog/providers/provider-form";
import { providerRefusalText } from "~/catalog/providers/provider-refusal";
import { findProvider } from "~/catalog/providers/provider.server";
import { ProviderFields } from "~/catalog/providers/ProviderFields";
import { requireRole } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Change a provider");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const provider = findProvider(ctx.db, param(params, "id"));
  if (!provider) throw notFound();
  return data({ provider, base: writeBase(toProviderDraft(provider)) });
}

/** The log holds more about a provider, such as its years. */
const CHANGES = ["provider.added", "provider.updated"];

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const providerId = param(params, "id");
  const fields = await readFields(request, providerForm);
  const saved = saveVersioned(
    ctx,
    fields,
    providerForm,
    (tx) => {
      const row = findProvider(tx, providerId);
      return row && { draft: toProviderDraft(row), change: () => findLastChange(tx, providerId, CHANGES) };
    },
    (form) => updateProvider(ctx, providerId, toProviderDraft(form)),
  );
  if (saved.reply) return saved.reply;
  const { form, answer: outcome } = saved;
  if (outcome.ok) throw await redirectWithToast(`/admin/providers/${providerId}`, `${form.value.name} was saved.`);
  const { words, field } = providerRefusalText(outcome);
  return form.refuse(words, field);
}

export default function EditProvider() {
  const { provider, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
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
      <ProviderFields
        key={provider.id}
        lastResult={answer?.result}
        provider={provider}
        base={base}
        stale={staleIn(answer)}
        submitLabel="Save provider"
      />
    </Page>
  );
}
