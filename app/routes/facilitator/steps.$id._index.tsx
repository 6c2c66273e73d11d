import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeStep } from "~/attendance/planning/plan-steps.server";
import { findStepVersion, getStepPage } from "~/attendance/planning/plan-page.server";
import { RemoveStep } from "~/attendance/planning/RemoveStep";
import { STEP_REFUSAL_FIELDS, stepRefusalText } from "~/attendance/steps/step-refusal";
import { stepPageForm } from "~/catalog/steps/step-form";
import { StepFields } from "~/catalog/steps/StepFields";
import { requireActor } from "~/people/roles/permission.server";
import { formatDateTime } from "~/platform/format";
import { readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton } from "~/ui/Button";
import { Notice, Page } from "~/ui/frame/Page";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.step.title ?? "Step");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const page = getStepPage(ctx, param(params, "id"));
  return data({ ...page, base: writeBase(page.draft) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const stepId = param(params, "id");
  getStepPage(ctx, stepId);
  const fields = await readFields(request, stepPageForm);
  const saved = saveVersioned(
    ctx,
    fields,
    stepPageForm,
    (tx) => findStepVersion(tx, ctx, stepId),
    (form) => changeStep(ctx, { ...form, stepId }),
  );
  if (saved.reply) return saved.reply;
  const { form, answer: outcome } = saved;
  if (!outcome.ok && outcome.reason === "unknown-step") throw notFound();
  if (!outcome.ok) return form.refuse(stepRefusalText(outcome), STEP_REFUSAL_FIELDS[outcome.reason]);
  throw await redirectWithToast(`/facilitator/steps/${stepId}`, `${outcome.value.title} is saved.`);
}

export default function PlannedStep() {
  const page = useLoaderData<typeof loader>();
  const { step, session, offeringId, approved, over } = page;
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const open = [session.startsAt, session.endsAt].map((at) => formatDateTime(at, session.timeZone));
  return (
    <Page
      title={step.title}
      lead={`${page.title} · ${step.minutes} minutes`}
      breadcrumbs={[{ label: "Steps", to: `/facilitator/offerings/${offeringId}/steps` }]}
      actions={
        <LinkButton to={`/facilitator/offerings/${offeringId}/steps/people?step=${step.id}`} variant="secondary">
          Who has done it
        </LinkButton>
      }
      width="narrow"
    >
      {over ? <Notice tone="info" title="This session is over; its steps stay as they were." /> : null}
      {page.hasWork && !over ? (
        <Notice tone="info" title="Somebody has worked on this step">
          It stays. What they wrote and answered stays with them as it was, whatever you change.
        </Notice>
      ) : null}
      <StepFields
        key={page.base}
        kind={step.kind}
        draft={page.draft}
        session={`from ${open.join(" to ")}`}
        asksReason={approved}
        lastResult={result}
        version={{ base: page.base, stale: staleIn(answer) }}
      />
      {page.hasWork || over ? null : <RemoveStep step={step} offeringId={offeringId} asksReason={approved} />}
    </Page>
  );
}
