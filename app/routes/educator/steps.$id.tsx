import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskLink } from "~/desks/inquiries/AskLink";
import { runMyStep } from "~/attendance/steps/my-step-action.server";
import { myStepForm } from "~/attendance/steps/my-step-form";
import { findMyStepPage } from "~/attendance/steps/my-steps.server";
import { GoneStep } from "~/attendance/steps/GoneStep";
import { StepHead } from "~/attendance/steps/StepHead";
import { StepWork } from "~/attendance/steps/StepWork";
import { STEP_REFUSAL_FIELDS, STEP_REFUSALS, stepRefusalText } from "~/attendance/steps/step-refusal";
import { Attempts, Versions } from "~/attendance/steps/WhatWasDone";
import { requireEducator } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { isReadAfterRefusal } from "~/ui/frame/lost-answer";
import { Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.page?.step.title ?? "Step");

/** What is refused may have been saved all the same: the page then shows what stands, and knows it by its version. */
export const shouldRevalidate = isReadAfterRefusal;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = findMyStepPage(await requireEducator(request), param(params, "id"));
  return data({ page }, { status: page ? 200 : 404 });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const stepId = param(params, "id");
  const isThere = findMyStepPage(ctx, stepId) !== null;
  const form = await readForm(request, myStepForm);
  if (!isThere && form.ok) return form.refuse(STEP_REFUSALS["unknown-step"], undefined, { status: 404 });
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "step", form.once, () => runMyStep(ctx, stepId, form.value));
  if (!outcome.ok) return form.refuse(stepRefusalText(outcome), STEP_REFUSAL_FIELDS[outcome.reason]);
  throw await redirectWithToast(`/steps/${stepId}`, outcome.value);
}

export default function StepPage() {
  const { page } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  if (!page) return <GoneStep result={result} />;
  return (
    <Page
      title={page.step.title}
      lead={page.offeringTitle}
      breadcrumbs={[
        { label: "My registrations", to: "/registrations" },
        { label: "Your steps", to: `/registrations/${page.registrationId}#steps` },
      ]}
      actions={<AskLink about="offering" offeringId={page.offeringId} />}
      width="narrow"
    >
      {page.step.kind === "link" ? <Refused result={result} /> : null}
      <StepHead page={page} />
      <StepWork key={page.versions.length + page.attempts.length} page={page} lastResult={result} />
      <Attempts attempts={page.attempts} timeZone={page.timeZone} />
      <Versions versions={page.versions} timeZone={page.timeZone} own />
    </Page>
  );
}
