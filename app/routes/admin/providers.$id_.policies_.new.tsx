import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formOfPolicy, policyForm, policyOfForm } from "~/catalog/policies/policy-form";
import { getPolicyDraft, POLICY_REFUSALS, savePolicy } from "~/catalog/policies/policy-versions.server";
import { PolicyEffect } from "~/catalog/policies/PolicyEffect";
import { PolicyFields } from "~/catalog/policies/PolicyFields";
import { requireRole } from "~/people/roles/permission.server";
import { formatPlainDate } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Add a policy");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const from = new URL(request.url).searchParams.get("from");
  const { policy, ...draft } = getPolicyDraft(ctx, param(params, "id"), null, from);
  return data({ ...draft, values: formOfPolicy(policy) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const providerId = param(params, "id");
  const form = await readForm(request, policyForm);
  if (!form.ok) return form.reply;
  const { fromDate } = form.value;
  const outcome = once(ctx, "policy", form.once, () =>
    savePolicy(ctx, providerId, null, { fromDate, policy: policyOfForm(form.value) }),
  );
  if (!outcome.ok) return form.refuse(POLICY_REFUSALS[outcome.reason].words);
  const said = `The policy counts from ${formatPlainDate(fromDate)}.`;
  throw await redirectWithToast(`/admin/providers/${providerId}/policies`, said);
}

export default function NewPolicy() {
  const { provider, values, ...effect } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  return (
    <Page
      title="Add a policy"
      lead="Choose its first day, then change what is to be different from that day on."
      breadcrumbs={[
        { label: "Providers", to: "/admin/providers" },
        { label: provider.name, to: `/admin/providers/${provider.id}` },
        { label: "Policies", to: `/admin/providers/${provider.id}/policies` },
      ]}
    >
      <PolicyEffect {...effect} />
      <PolicyFields
        key={effect.fromDate}
        fromDate={effect.fromDate}
        values={values}
        lastResult={result}
        submitLabel={`Add the policy from ${formatPlainDate(effect.fromDate)}`}
      />
    </Page>
  );
}
