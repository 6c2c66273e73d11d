import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getNewStepPage } from "~/attendance/planning/plan-page.server";
import { addStep } from "~/attendance/planning/plan-steps.server";
import { STEP_REFUSAL_FIELDS, stepRefusalText } from "~/attendance/steps/step-refusal";
import { STEP_KIND_LABELS, STEP_KINDS, type StepKind } from "~/catalog/steps/step";
import { newStepForm } from "~/catalog/steps/step-form";
import { emptyStepDraft } from "~/catalog/steps/step-draft";
import { StepFields } from "~/catalog/steps/StepFields";
import { requireActor } from "~/people/roles/permission.server";
import { formatDateTime } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("New step");

const isKind = (kind: string | null): kind is StepKind => STEP_KINDS.some((each) => each === kind);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const search = new URL(request.url).searchParams;
  const kind = search.get("kind");
  if (!isKind(kind)) throw notFound();
  return data({ ...getNewStepPage(ctx, param(params, "id"), search.get("session") ?? ""), kind });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const sessionId = new URL(request.url).searchParams.get("session") ?? "";
  const { offeringId } = getNewStepPage(ctx, param(params, "id"), sessionId);
  const form = await readForm(request, newStepForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "new step", form.once, () => addStep(ctx, { ...form.value, sessionId }));
  if (!outcome.ok && outcome.reason === "unknown-step") throw notFound();
  if (!outcome.ok) return form.refuse(stepRefusalText(outcome), STEP_REFUSAL_FIELDS[outcome.reason]);
  throw await redirectWithToast(`/facilitator/offerings/${offeringId}/steps`, `${outcome.value.title} is added.`);
}

export default function NewStep() {
  const { kind, title, session, approved, offeringId } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const open = [session.startsAt, session.endsAt].map((at) => formatDateTime(at, session.timeZone));
  return (
    <Page
      title={`New step: ${STEP_KIND_LABELS[kind].toLowerCase()}`}
      lead={title}
      breadcrumbs={[{ label: "Steps", to: `/facilitator/offerings/${offeringId}/steps` }]}
      width="narrow"
    >
      <StepFields
        kind={kind}
        draft={emptyStepDraft(kind)}
        session={`from ${open.join(" to ")}`}
        asksReason={approved}
        lastResult={result}
        version={null}
      />
    </Page>
  );
}
