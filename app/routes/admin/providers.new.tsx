import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newProviderForm } from "~/catalog/providers/provider-form";
import { providerRefusalText } from "~/catalog/providers/provider-refusal";
import { listProviderOptions, listUnprovided } from "~/catalog/providers/provider.server";
import { ProviderFields } from "~/catalog/providers/ProviderFields";
import { addProvider } from "~/desks/admin/provider-desk.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Add a provider");

export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireRole(request, "admin");
  return data({
    organisations: listUnprovided(db),
    models: listProviderOptions(db),
    modelId: getHomeProvider(db).id,
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const form = await readForm(request, newProviderForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "provider", form.once, () => addProvider(ctx, form.value));
  if (outcome.ok) {
    const said = `${form.value.name} was added. Add the years in which it is approved.`;
    throw await redirectWithToast(`/admin/providers/${outcome.value}`, said);
  }
  const { words, field } = providerRefusalText(outcome);
  return form.refuse(words, field);
}

export default function NewProvider() {
  const { organisations, models, modelId } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  return (
    <Page title="Add a provider" breadcrumbs={[{ label: "Providers", to: "/admin/providers" }]} width="narrow">
      <ProviderFields
        lastResult={result}
        provider={{ timeZone: REGION_TIME_ZONE, modelId }}
        choices={{ organisations, models }}
        submitLabel="Add provider"
      />
    </Page>
  );
}
