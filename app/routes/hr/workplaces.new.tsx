import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addAsHr } from "~/hr/confirming/affiliation-correction.server";
import { refuseCorrection } from "~/hr/confirming/refused-correction.server";
import { newColleagueForm } from "~/hr/confirming/new-colleague-form";
import { listMyOrganisationOptions } from "~/hr/confirming/workplace-page.server";
import { conflictIn } from "~/people/affiliations/affiliation-conflict";
import { AffiliationEditor } from "~/people/affiliations/AffiliationEditor";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("One of ours");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  return data({ organisations: listMyOrganisationOptions(ctx) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const form = await readForm(request, newColleagueForm);
  if (!form.ok) return form.reply;
  const { intent: _intent, ...input } = form.value;
  const outcome = once(ctx, "workplace", form.once, () => addAsHr(ctx, input));
  if (!outcome.ok) return refuseCorrection(form, outcome);
  throw await redirectWithToast(
    `/hr/people/${outcome.value.personId}`,
    "Entered and confirmed. Their hours since that day are in your next export.",
  );
}

export default function OneOfOurs() {
  const { organisations } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="One of ours"
      lead="Somebody works for you and has not said so. Their hours reach you from the first day that you enter."
      breadcrumbs={[{ label: "People of my district", to: "/hr" }]}
      width="narrow"
    >
      <AffiliationEditor
        organisations={organisations}
        lastResult={answer?.result}
        defaults={organisations.length === 1 ? { organisationId: organisations[0]!.value } : {}}
        conflict={conflictIn(answer)}
        hrefOf={(id) => `/hr/workplaces/${id}`}
        asksWho
        submitLabel="Enter and confirm"
      />
    </Page>
  );
}
