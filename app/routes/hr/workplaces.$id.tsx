import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { correctAsHr, findAffiliation } from "~/hr/confirming/affiliation-correction.server";
import { getWorkplace } from "~/hr/confirming/workplace-page.server";
import { parseCorrection } from "~/hr/confirming/correction-form.server";
import { refuseCorrection } from "~/hr/confirming/refused-correction.server";
import { toAffiliationDraft } from "~/people/affiliations/affiliation-draft";
import { conflictIn } from "~/people/affiliations/affiliation-conflict";
import { affiliationForm } from "~/people/affiliations/affiliation-form";
import { AffiliationEditor } from "~/people/affiliations/AffiliationEditor";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { requireRole } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Correct a workplace");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  return data(getWorkplace(ctx, param(params, "id")));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const affiliation = findAffiliation(ctx.db, param(params, "id"));
  const ours = affiliation && ctx.scopeIds.includes(affiliation.organisationId) ? affiliation : null;
  const form = parseCorrection(ctx, await readFields(request, affiliationForm), ours);
  if (!form.ok) return form.reply;
  const { intent: _intent, ...workplace } = form.value;
  const outcome = correctAsHr(ctx, { ...workplace, affiliationId: param(params, "id") });
  if (!outcome.ok) return refuseCorrection(form, outcome);
  const { personId } = outcome.value;
  throw await redirectWithToast(
    `/hr/people/${personId}`,
    "Corrected and confirmed. Hours of added days are in your next export of what is new.",
  );
}

export default function CorrectWorkplace() {
  const { affiliation, personName, organisations, history, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Correct a workplace"
      lead={`${personName}. Saving says that it is so: it is confirmed by you.`}
      breadcrumbs={[{ label: "People of my district", to: "/hr" }]}
      width="narrow"
    >
      <AffiliationEditor
        organisations={organisations}
        lastResult={answer?.result}
        defaults={affiliation}
        base={writeBase(toAffiliationDraft(affiliation))}
        stale={staleIn(answer)}
        conflict={conflictIn(answer)}
        hrefOf={(id) => `/hr/workplaces/${id}`}
        submitLabel="Save the correction"
      />
      <ChangeHistory events={history} timeZone={timeZone} />
    </Page>
  );
}
