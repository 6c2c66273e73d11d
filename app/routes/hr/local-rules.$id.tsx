import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { localRulePageForm, toRuleDraft } from "~/hr/local-rules/local-rule-form";
import { changeRule, deleteRule, findRule, getRule, LOCAL_RULE_REFUSALS } from "~/hr/local-rules/local-rule.server";
import { LocalRuleFields } from "~/hr/local-rules/LocalRuleFields";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { findLastChange } from "~/people/persons/last-change.server";
import { requireRole } from "~/people/roles/permission.server";
import { formatPlainDate } from "~/platform/format";
import { readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { ConfirmDialog } from "~/ui/Dialog";
import { Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Local rule");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const { rule, history } = getRule(ctx, param(params, "id"));
  return data({ id: rule.id, draft: toRuleDraft(rule), history });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const { rule } = getRule(ctx, param(params, "id"));
  const fields = await readFields(request, localRulePageForm);
  const saved = saveVersioned(
    ctx,
    fields,
    localRulePageForm,
    (tx) => {
      const found = fields.get("intent") === "save" ? findRule(tx, ctx, rule.id) : null;
      return found && { draft: { ...toRuleDraft(found) }, change: () => findLastChange(tx, rule.id) };
    },
    (form) => (form.intent === "save" ? changeRule(ctx, rule.id, form) : deleteRule(ctx, rule.id)),
  );
  if (saved.reply) return saved.reply;
  const { form, answer } = saved;
  if (!answer.ok) {
    const { words, field } = LOCAL_RULE_REFUSALS[answer.reason];
    return form.refuse(words, field);
  }
  throw await redirectWithToast("/hr/local-rules", form.value.intent === "save" ? "Saved." : "The rule is deleted.");
}

export default function LocalRulePage() {
  const { id, draft, history } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const isSave = result?.initialValue?.intent === "save";
  return (
    <Page
      title={`Rule from ${formatPlainDate(draft.fromDate)}`}
      breadcrumbs={[{ label: "Local rules", to: "/hr/local-rules" }]}
      width="narrow"
    >
      {isSave ? null : <Refused result={result} />}
      <LocalRuleFields
        key={id}
        lastResult={isSave ? result : null}
        draft={draft}
        base={writeBase({ ...draft })}
        stale={staleIn(answer)}
        intent="save"
        submitLabel="Save the rule"
      />
      <div>
        <ConfirmDialog
          trigger="Delete the rule"
          title={`Delete the rule from ${formatPlainDate(draft.fromDate)}?`}
          confirmLabel="Delete the rule"
          intent="delete"
        >
          <p>The rule before it holds on. Exports that were made keep what they said.</p>
        </ConfirmDialog>
      </div>
      <ChangeHistory events={history} timeZone={REGION_TIME_ZONE} />
    </Page>
  );
}
