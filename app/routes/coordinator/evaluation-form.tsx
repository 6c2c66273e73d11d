import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listScopedProviders } from "~/catalog/courses/course-desk.server";
import { evaluationFormsForm, PLAN_REFUSALS, questionsOf } from "~/credits/evaluation/evaluation-form-plan";
import {
  deleteEvaluationForm,
  listEvaluationForms,
  planEvaluationForm,
} from "~/credits/evaluation/form-versions.server";
import { EvaluationPlanForm } from "~/credits/evaluation/EvaluationPlanForm";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { requireRole, type ScopedContext } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { formatPlainDate } from "~/platform/format";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound } from "~/platform/http/responses.server";
import { addDays, dateOf } from "~/platform/time/time-zone";
import { redirectWithToast } from "~/platform/http/toast.server";
import { ConfirmDialog } from "~/ui/Dialog";
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
  return data({
    provider,
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
  const form = await readForm(request, evaluationFormsForm);
  if (!form.ok) return form.reply;
  const back = `/coordinator/evaluation-form?provider=${provider.id}`;
  const about = { providerId: provider.id, today };
  if (form.value.intent === "delete-form") {
    const deleted = deleteEvaluationForm(ctx, { ...about, formId: form.value.formId });
    if (!deleted.ok) return form.refuse(PLAN_REFUSALS[deleted.reason]);
    throw await redirectWithToast(back, "The form is deleted.");
  }
  const plan = form.value;
  const { fromDate } = plan;
  const outcome = once(ctx, "evaluation form", form.once, () =>
    planEvaluationForm(ctx, { ...about, fromDate, questions: questionsOf(plan) }),
  );
  if (!outcome.ok) return form.refuse(PLAN_REFUSALS[outcome.reason], "fromDate");
  throw await redirectWithToast(back, `The form begins on ${formatPlainDate(fromDate)}.`);
}

export default function EvaluationFormPage() {
  const { provider, forms, current, tomorrow, tabs, history } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const isPlan = result?.initialValue?.intent === "plan";
  return (
    <Page
      title="Evaluation form"
      lead="What people are asked after an offering. Each offering keeps the form of the day it ends."
    >
      {tabs.length > 1 ? <Tabs label="Providers" tabs={tabs} /> : null}
      {isPlan ? null : <Refused result={result} />}
      {forms.map((form) => (
        <Section
          key={form.id}
          title={form.id === current?.id ? "In force today" : form.fromDate >= tomorrow ? "Planned" : "Earlier"}
          description={`For offerings that end on or after ${formatPlainDate(form.fromDate)}`}
          actions={
            form.deletable ? (
              <ConfirmDialog
                trigger="Delete"
                size="sm"
                title={`Delete the form from ${formatPlainDate(form.fromDate)}?`}
                confirmLabel="Delete the form"
                intent="delete-form"
                values={{ formId: form.id }}
              >
                <p>No offering and no answer rests on it. The form before it goes on.</p>
              </ConfirmDialog>
            ) : null
          }
        >
          <ol className="grid list-decimal gap-1 pl-6">
            {form.questions.map((question) => (
              <li key={question.key}>
                {question.text} <span className="text-soft">{question.kind === "scale" ? "1 to 5" : "in words"}</span>
              </li>
            ))}
          </ol>
        </Section>
      ))}
      <Section title="Plan another form">
        <EvaluationPlanForm
          key={provider.id}
          questions={forms[0]?.questions ?? []}
          tomorrow={tomorrow}
          lastResult={isPlan ? result : null}
        />
      </Section>
      <ChangeHistory events={history} timeZone={provider.timeZone} />
    </Page>
  );
}
