import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { correctMyAffiliation, findAffiliation } from "~/hr/confirming/affiliation-correction.server";
import { parseCorrection } from "~/hr/confirming/correction-form.server";
import { refuseCorrection } from "~/hr/confirming/refused-correction.server";
import { toAffiliationDraft } from "~/people/affiliations/affiliation-draft";
import { listAffiliationHistory } from "~/people/affiliations/affiliation-history.server";
import { conflictIn } from "~/people/affiliations/affiliation-conflict";
import { affiliationForm } from "~/people/affiliations/affiliation-form";
import { AffiliationEditor } from "~/people/affiliations/AffiliationEditor";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { listOrganisationOptions } from "~/people/organisations/organisation.server";
import { requireActor } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { Notice, Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("Correct a workplace");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const affiliation = findAffiliation(ctx.db, param(params, "id"));
  if (affiliation?.personId !== ctx.actor.personId) throw notFound();
  const { confirmedBy: _confirmedBy, disownedBy: _disownedBy, ...mine } = affiliation;
  return data({
    affiliation: mine,
    organisations: listOrganisationOptions(ctx.db),
    history: listAffiliationHistory(ctx.db, affiliation.id),
    timeZone: getHomeProvider(ctx.db).timeZone,
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const affiliation = findAffiliation(ctx.db, param(params, "id"));
  const mine = affiliation?.personId === ctx.actor.personId ? affiliation : null;
  const form = parseCorrection(ctx, await readFields(request, affiliationForm), mine);
  if (!form.ok) return form.reply;
  const { intent: _intent, ...workplace } = form.value;
  const outcome = correctMyAffiliation(ctx, { ...workplace, affiliationId: param(params, "id") });
  if (!outcome.ok) return refuseCorrection(form, outcome);
  const waits = outcome.value.confirmedAt === null;
  throw await redirectWithToast("/profile", waits ? "Saved. It waits to be confirmed." : "Saved. It stays confirmed.");
}

export default function CorrectWorkplace() {
  const { affiliation, organisations, history, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title="Correct a workplace" breadcrumbs={[{ label: "Profile", to: "/profile" }]} width="narrow">
      {affiliation.confirmedAt === null ? null : (
        <Notice tone="info" title="This entry is confirmed">
          <p>
            Fewer days, another building or position leave it so. More days, another organization, role or employee ID
            wait to be confirmed anew, and until then its HR does not see these hours.
          </p>
        </Notice>
      )}
      <AffiliationEditor
        organisations={organisations}
        lastResult={answer?.result}
        defaults={affiliation}
        base={writeBase(toAffiliationDraft(affiliation))}
        stale={staleIn(answer)}
        conflict={conflictIn(answer)}
        hrefOf={(id) => `/profile/workplaces/${id}`}
        own
        submitLabel="Save the correction"
      />
      {affiliation.confirmedAt === null ? (
        <Section
          title="A mistake?"
          description="Nobody has confirmed this entry, so it can go without a trace in your hours."
        >
          <Form method="post" action="/profile">
            <Hidden name="affiliationId" value={affiliation.id} />
            <SubmitButton intent="remove-affiliation" variant="secondary">
              Remove this entry
            </SubmitButton>
          </Form>
        </Section>
      ) : null}
      <ChangeHistory events={history} timeZone={timeZone} />
    </Page>
  );
}
