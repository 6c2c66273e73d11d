import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { runStepsPlan } from "~/attendance/planning/plan-action.server";
import { getStepsPlan } from "~/attendance/planning/plan-page.server";
import { PlannedSteps } from "~/attendance/planning/PlannedSteps";
import { stepRefusalText } from "~/attendance/steps/step-refusal";
import { stepsForm } from "~/catalog/steps/step-form";
import { requireActor } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Steps");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  return data(getStepsPlan(ctx, param(params, "id")));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const { offeringId } = getStepsPlan(ctx, param(params, "id"));
  const form = await readForm(request, stepsForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "steps", form.once, () => runStepsPlan(ctx, form.value));
  if (!outcome.ok && (outcome.reason === "unknown-step" || outcome.reason === "unknown-session")) throw notFound();
  if (!outcome.ok) return form.refuse(stepRefusalText(outcome), outcome.reason === "no-reason" ? "reason" : undefined);
  throw await redirectWithToast(`/facilitator/offerings/${offeringId}/steps`, outcome.value);
}

export default function Steps() {
  const plan = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const isMinutes = result?.initialValue?.intent === "minutes";
  return (
    <Page
      title="Steps"
      lead={plan.title}
      breadcrumbs={[plan.back]}
      actions={
        plan.sessions.length === 0 ? null : (
          <LinkButton to={`/facilitator/offerings/${plan.offeringId}/steps/people`} variant="secondary">
            Who has done what
          </LinkButton>
        )
      }
    >
      {isMinutes ? null : <Refused result={result} />}
      {plan.sessions.length === 0 ? (
        <EmptyState title="No session on people’s own time">
          Steps belong to a session without a fixed time. Edit the offering, and give a session hours of work and a last
          day.
        </EmptyState>
      ) : (
        plan.sessions.map((session) => (
          <PlannedSteps
            key={session.id}
            session={session}
            plan={plan}
            lastResult={isMinutes && result?.initialValue?.sessionId === session.id ? result : null}
          />
        ))
      )}
    </Page>
  );
}
