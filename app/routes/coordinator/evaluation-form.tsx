import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listScopedProviders } from "~/catalog/courses/course-desk.server";
import {
  evaluationFormsForm,
  PLAN_REFUSALS,
  questionsOf,
  toEvaluationDraft,
} from "~/credits/evaluation/evaluation-form-plan";
import {
  changeEvaluationForm,
  deleteEvaluationForm,
  findChangeableForm,
  listEvaluationForms,
  planEvaluationForm,
} from "~/credits/evaluation/form-versions.server";
import { EvaluationPlanForm } from "~/credits/evaluation/EvaluationPlanForm";
import { FormVersions } from "~/credits/evaluation/FormVersions";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { findLastChange } from "~/people/persons/last-change.server";
import { requireRole, type ScopedContext } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { formatPlainDate } from "~/platform/format";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound } from "~/platform/http/responses.server";
import { addDays, dateOf } from "~/platform/time/time-zone";
import { staleIn } from "~/platform/http/stale-form";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { Tabs } from "~/ui/frame/Tabs";

export const meta = () => pageTitle("Evaluation form");

function chooseProvider(ctx: ScopedContext, request: Request) {
  const providers = listScopedProviders(ctx);
  const asked = new URL(request.url).searchParams.get("provider");
  const provider = asked === null ? providers[0] : providers.find(({ id }) => id === asked);
  if (!provider) throw notFound();
  return { providers, provider, today: dateOf(ctx.now, provider.timeZone) };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { providers, provider, today } = chooseProvider(ctx, request);
  const formId = new URL(request.url).searchParams.get("change") ?? "";
  return data({
    provider,
    changed: findChangeableForm(ctx.db, ctx, { providerId: provider.id, formId, today }),
    tomorrow: addDays(today, 1),
    ...listEvaluationForms(ctx.db, provider.id, today),
    tabs: providers.map(({ id, name }) => ({
      label: name,
      to: `/coordinator/evaluation-form?provider=${id}`,
      current: id === provider.id,
    })),
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { provider, today } = chooseProvider(ctx, request);
  const about = { providerId: provider.id, today };
  const fields = await readFields(request, evaluationFormsForm);
  const formId = fields.get("formId");
  const saved = saveVersioned(
    ctx,
    fields,
    evaluationFormsForm,
    (tx) => {
      const isChange = fields.get("intent") === "change-form" && typeof formId === "string";
      const row = isChange ? findChangeableForm(tx, ctx, { ...about, formId }) : null;
      return row && { draft: toEvaluationDraft(row), change: () => findLastChange(tx, provider.id) };
    },
    (value) => value,
  );
  if (saved.reply) return saved.reply;
  const { form, answer: input } = saved;
  const outcome = once(ctx, "evaluation form", form.once, () => {
    if (input.intent === "delete-form") return deleteEvaluationForm(ctx, { ...about, formId: input.formId });
    const plan = { ...about, fromDate: input.fromDate, questions: questionsOf(input) };
    if (input.intent === "plan") return planEvaluationForm(ctx, plan);
    return changeEvaluationForm(ctx, { ...plan, formId: input.formId, base: input.base });
  });
  const isDate = !outcome.ok && (outcome.reason === "not-ahead" || outcome.reason === "date-taken");
  if (!outcome.ok) return form.refuse(PLAN_REFUSALS[outcome.reason], isDate ? "fromDate" : undefined);
  throw await redirectWithToast(
    `/coordinator/evaluation-form?provider=${provider.id}`,
    input.intent === "delete-form" ? "The form is deleted." : `The form begins on ${formatPlainDate(input.fromDate)}.`,
  );
}

export default function EvaluationFormPage() {
  const { provider, forms, current, changed, tomorrow, tabs, history } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const isPlan = result?.initialValue?.intent === "plan" || result?.initialValue?.intent === "change-form";
  const back = `/coordinator/evaluation-form?provider=${provider.id}`;
  return (
    <Page
      title="Evaluation form"
      lead="What people are asked after an offering. Each offering keeps the form of the day it ends."
    >
      {tabs.length > 1 ? <Tabs label="Providers" tabs={tabs} /> : null}
      {isPlan ? null : <Refused result={result} />}
      <FormVersions forms={forms} current={current} tomorrow={tomorrow} back={back} />
      <Section
        id="evaluation-plan"
        title={changed ? `Change the form from ${formatPlainDate(changed.fromDate)}` : "Plan another form"}
      >
        <EvaluationPlanForm
          key={changed?.id ?? `${provider.id} ${forms.length}`}
          changed={changed}
          stale={staleIn(answer)}
          back={back}
          questions={forms[0]?.questions ?? []}
          tomorrow={tomorrow}
          lastResult={isPlan ? result : null}
        />
      </Section>
      <ChangeHistory events={history} timeZone={provider.timeZone} />
    </Page>
  );
}
