import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getPersonStep } from "~/attendance/reading/person-step.server";
import { runPersonStep } from "~/attendance/reading/person-step-action.server";
import { personStepForm } from "~/attendance/reading/person-step-form";
import { PersonStepForms } from "~/attendance/reading/PersonStepForms";
import { STEP_REFUSAL_FIELDS, stepRefusalText } from "~/attendance/steps/step-refusal";
import { StepHistory } from "~/attendance/reading/StepHistory";
import { STEP_STANDING_WORDS } from "~/attendance/steps/step-standing";
import { Attempts, Versions } from "~/attendance/steps/WhatWasDone";
import { requireActor } from "~/people/roles/permission.server";
import { formatDateTime } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Facts, Page } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) =>
  pageTitle(loaded ? `${loaded.person.name}: ${loaded.step.title}` : "Step");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  return data(getPersonStep(ctx, param(params, "id"), param(params, "personId")));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const about = { stepId: param(params, "id"), personId: param(params, "personId") };
  const { timeZone } = getPersonStep(ctx, about.stepId, about.personId);
  const form = await readForm(request, personStepForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "person step", form.once, () => runPersonStep(ctx, { ...about, timeZone }, form.value));
  if (!outcome.ok && outcome.reason === "unknown-step") throw notFound();
  if (!outcome.ok) return form.refuse(stepRefusalText(outcome), STEP_REFUSAL_FIELDS[outcome.reason]);
  throw await redirectWithToast(`/facilitator/steps/${about.stepId}/people/${about.personId}`, outcome.value);
}

export default function PersonStepPage() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const { step, person, standing, timeZone, doneAt, dueAt } = page;
  const { text, tone } = STEP_STANDING_WORDS[standing];
  return (
    <Page
      title={`${person.name}: ${step.title}`}
      lead={page.offeringTitle}
      breadcrumbs={[
        { label: "Steps", to: `/facilitator/offerings/${page.offeringId}/steps` },
        { label: "Who has done what", to: `/facilitator/offerings/${page.offeringId}/steps/people` },
      ]}
      width="narrow"
    >
      <p role="status">
        <Status tone={tone}>{text}</Status>
      </p>
      <Facts
        items={[
          { label: "Counts", value: `${step.minutes} minutes` },
          { label: "Done", value: doneAt === null ? null : formatDateTime(doneAt, timeZone) },
          { label: "Due by", value: formatDateTime(dueAt, timeZone) },
          { label: "Least words", value: step.leastWords },
        ]}
      />
      <Versions versions={page.versions} timeZone={timeZone} />
      <PersonStepForms key={page.history.length + page.versions.length} page={page} lastResult={result} />
      <Attempts attempts={page.attempts} timeZone={timeZone} />
      <StepHistory history={page.history} timeZone={timeZone} />
    </Page>
  );
}
