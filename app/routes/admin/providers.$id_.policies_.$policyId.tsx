import { findLastChange } from "~/people/persons/last-change.server";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formOfPolicy, policyOfForm, policyPageForm } from "~/catalog/policies/policy-form";
import { deletePolicy, getPolicyDraft, POLICY_REFUSALS, savePolicy } from "~/catalog/policies/policy-versions.server";
import { PolicyEffect } from "~/catalog/policies/PolicyEffect";
import { PolicyFields } from "~/catalog/policies/PolicyFields";
import { requireRole } from "~/people/roles/permission.server";
import { formatPlainDate } from "~/platform/format";
import { readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { ConfirmDialog } from "~/ui/Dialog";
import { Notice, Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Change a policy");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const from = new URL(request.url).searchParams.get("from");
  const { policy, version, ...draft } = getPolicyDraft(ctx, param(params, "id"), param(params, "policyId"), from);
  return data({
    ...draft,
    values: formOfPolicy(policy),
    base: writeBase(draftOf({ version, policy })),
    fixed: version?.fixed ?? true,
    deletable: version?.deletable ?? false,
    was: version?.fromDate ?? draft.fromDate,
  });
}

/** What the form shows of a policy: its first day as it stands, also where another one is asked about. */
const draftOf = ({ version, policy }: Pick<ReturnType<typeof getPolicyDraft>, "version" | "policy">) => ({
  fromDate: version?.fromDate,
  ...formOfPolicy(policy),
});

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const [providerId, policyId] = [param(params, "id"), param(params, "policyId")];
  const fields = await readFields(request, policyPageForm);
  const saved = saveVersioned(
    ctx,
    fields,
    policyPageForm,
    (tx) =>
      fields.get("intent") === "save-policy"
        ? {
            draft: draftOf(getPolicyDraft(ctx, providerId, policyId, null)),
            change: () => findLastChange(tx, providerId, ["policy.added", "policy.changed"]),
          }
        : null,
    (value) =>
      value.intent === "delete-policy"
        ? deletePolicy(ctx, providerId, policyId)
        : savePolicy(ctx, providerId, policyId, { fromDate: value.fromDate, policy: policyOfForm(value) }),
  );
  if (saved.reply) return saved.reply;
  const { form, answer: outcome } = saved;
  const { value } = form;
  if (!outcome.ok) return form.refuse(POLICY_REFUSALS[outcome.reason].words);
  const said = value.intent === "delete-policy" ? "The policy is deleted." : "The policy was saved.";
  throw await redirectWithToast(`/admin/providers/${providerId}/policies`, said);
}

export default function EditPolicy() {
  const { provider, values, base, fixed, deletable, was, ...effect } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const isDelete = result?.initialValue?.intent === "delete-policy";
  return (
    <Page
      title={`Policy from ${formatPlainDate(was)}`}
      breadcrumbs={[
        { label: "Providers", to: "/admin/providers" },
        { label: provider.name, to: `/admin/providers/${provider.id}` },
        { label: "Policies", to: `/admin/providers/${provider.id}/policies` },
      ]}
      actions={
        deletable ? (
          <ConfirmDialog
            trigger="Delete"
            title={`Delete the policy from ${formatPlainDate(was)}?`}
            confirmLabel="Delete the policy"
            intent="delete-policy"
          >
            <p>The policy before it goes on. No approved offering rests on this one.</p>
          </ConfirmDialog>
        ) : null
      }
    >
      {isDelete ? <Refused result={result} /> : null}
      {fixed ? (
        <Notice tone="info" title="This policy stays as it is">
          <p>{POLICY_FIXED}</p>
        </Notice>
      ) : (
        <>
          <PolicyEffect {...effect} />
          <PolicyFields
            key={effect.fromDate}
            fromDate={effect.fromDate}
            values={values}
            lastResult={isDelete ? null : result}
            base={base}
            stale={staleIn(answer)}
            intent="save-policy"
            submitLabel={`Save, from ${formatPlainDate(effect.fromDate)}`}
          />
        </>
      )}
    </Page>
  );
}

const POLICY_FIXED = "It is in force and offerings rest on it. To change something, add a policy from a later day.";
