import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { requireEducator } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { GROWTH_PLAN_STATE_WORDS } from "~/renewal/growth-plans/growth-plan";
import { planPageForm } from "~/renewal/growth-plans/growth-plan-form";
import { carryOutPlan } from "~/renewal/growth-plans/plan-action.server";
import { getPlanPage } from "~/renewal/growth-plans/plan-page.server";
import { PlanDocument } from "~/renewal/growth-plans/PlanDocument";
import { PlanFields } from "~/renewal/growth-plans/PlanFields";
import { PlanFiles } from "~/renewal/growth-plans/PlanFiles";
import { PlanReview } from "~/renewal/growth-plans/PlanReview";
import { PlanView } from "~/renewal/growth-plans/PlanView";
import { ThrowPlanAway } from "~/renewal/growth-plans/ThrowPlanAway";
import { Notice, Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { Status } from "~/ui/Status";

export const meta = () => pageTitle("Growth plan");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = getPlanPage(await requireEducator(request), param(params, "id"));
  return data({ ...page, base: writeBase(page.draft) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const id = param(params, "id");
  getPlanPage(ctx, id);
  const done = await carryOutPlan(ctx, id, await readFields(request, planPageForm));
  if (done.reply) return done.reply;
  throw await redirectWithToast(done.to, done.said);
}

const OWN_FORMS = ["save-plan", "add-file", "send-plan"];

export default function GrowthPlanPage() {
  const { shown, draft, canWrite, missing, request, documentId, history, most, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const intent = typeof result?.initialValue?.intent === "string" ? result.initialValue.intent : "";
  const of = (wanted: string) => (intent === wanted ? result : null);
  const { tone, words } = GROWTH_PLAN_STATE_WORDS[shown.state];
  return (
    <Page
      title={`Growth plan ${shown.year}`}
      lead={<Status tone={tone}>{words}</Status>}
      breadcrumbs={[
        { label: "My certificate", to: "/certificate" },
        { label: "Growth plans", to: "/certificate/growth-plans" },
      ]}
      width="narrow"
    >
      {OWN_FORMS.includes(intent) ? null : <Refused result={result} />}
      {request?.words ? (
        <Notice tone="attention" title={`${request.reviewerEmail} returned it`}>
          <p className="whitespace-pre-line">{request.words}</p>
        </Notice>
      ) : null}
      {canWrite ? (
        <>
          <PlanFields id={shown.id} draft={draft} lastResult={of("save-plan")} base={base} stale={staleIn(answer)} />
          <PlanFiles key={shown.files.length} plan={shown} lastResult={of("add-file")} most={most} />
        </>
      ) : (
        <PlanView plan={shown} fileAt={(fileId) => `/certificate/growth-plans/${shown.id}/files/${fileId}`} />
      )}
      {shown.state === "signed" ? (
        <PlanDocument documentId={documentId} />
      ) : (
        <PlanReview missing={missing} request={request} canWrite={canWrite} lastResult={of("send-plan")} />
      )}
      {canWrite ? <ThrowPlanAway year={shown.year} /> : null}
      <ChangeHistory events={history} timeZone={REGION_TIME_ZONE} />
    </Page>
  );
}
