import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HolidaySection } from "~/catalog/providers/HolidaySection";
import { PolicySection } from "~/catalog/providers/PolicySection";
import { providerPageForm } from "~/catalog/providers/provider-form";
import { changeProvider, getProviderPage, PROVIDER_REFUSALS } from "~/catalog/providers/provider.server";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton } from "~/ui/Button";
import { Page } from "~/ui/frame/Page";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.provider.name ?? "Provider");

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data(getProviderPage(await requireRole(request, "admin"), param(params, "id")));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const form = await readForm(request, providerPageForm);
  if (!form.ok) return form.reply;
  const outcome = changeProvider(ctx, param(params, "id"), form.value);
  if (outcome.ok) throw await redirectWithToast(`/admin/providers/${params.id}`, "Saved.");
  const { words, field } = PROVIDER_REFUSALS[outcome.reason];
  return form.refuse(words, field);
}

export default function Provider() {
  const { provider, today, policies, holidays } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const intent = result?.initialValue?.intent;
  return (
    <Page
      title={provider.name}
      breadcrumbs={[{ label: "Providers", to: "/admin/providers" }]}
      actions={
        <LinkButton to={`/admin/providers/${provider.id}/documents`} variant="secondary">
          Documents and keys
        </LinkButton>
      }
    >
      <PolicySection policies={policies} today={today} lastResult={intent === "set-policy" ? result : null} />
      <HolidaySection holidays={holidays} today={today} lastResult={intent === "add-holiday" ? result : null} />
    </Page>
  );
}
