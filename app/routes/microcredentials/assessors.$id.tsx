import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AssessorActions } from "~/microcredentials/assessors/AssessorActions";
import { changeAssessor } from "~/microcredentials/assessors/assessor.server";
import { assessorPageForm } from "~/microcredentials/assessors/assessor-form";
import { getAssessorPage } from "~/microcredentials/assessors/assessor-page.server";
import { AssessorStatus } from "~/microcredentials/assessors/AssessorStatus";
import { ASSESSOR_REFUSALS } from "~/microcredentials/assessors/refusal";
import { AgreementTable } from "~/microcredentials/practice/AgreementTable";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.name ?? "Assessor");

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data(getAssessorPage(await requireRole(request, "coordinator"), param(params, "id")));
}

const SAID = {
  admit: "Admitted, and told by mail.",
  "not-yet": "They practise on, and are told by mail.",
  recalibrate: "They practise again, and are told by mail.",
  stop: "Stopped, and told by mail.",
  resume: "Named again, and told by mail.",
};

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const scopeId = param(params, "id");
  const form = await readForm(request, assessorPageForm);
  if (!form.ok) return form.reply;
  const { intent: step, shown, reason } = form.value;
  const outcome = once(ctx, `assessor ${scopeId}`, form.once, () =>
    changeAssessor(ctx, { scopeId, step, shown, reason }),
  );
  if (!outcome.ok && outcome.reason === "unknown-assessor") throw notFound();
  if (!outcome.ok) return form.refuse(ASSESSOR_REFUSALS[outcome.reason].words);
  throw await redirectWithToast(`/coordinator/assessors/${scopeId}`, SAID[step]);
}

export default function Assessor() {
  const { name, scopeName, state, steps, agreement, microcredentialId, history, timeZone } =
    useLoaderData<typeof loader>();
  return (
    <Page
      title={name}
      lead={
        <span className="flex flex-wrap items-center gap-x-3">
          <AssessorStatus state={state} /> {scopeName}
        </span>
      }
      breadcrumbs={[
        { label: "Micro-credentials", to: "/coordinator/microcredentials" },
        { label: "Assessors", to: "/coordinator/assessors" },
      ]}
    >
      <Refused result={useActionData<typeof action>()?.result} />
      <AssessorActions {...{ name, scopeName, state, steps }} hasPractised={agreement.pieces > 0} />
      <AgreementTable title="Agreement in practice" {...agreement} named={microcredentialId === null} />
      <ChangeHistory events={history} timeZone={timeZone} />
    </Page>
  );
}
