import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  addAsAdministrator,
  correctAsAdministrator,
  findAffiliation,
} from "~/hr/confirming/affiliation-correction.server";
import { parseCorrection } from "~/hr/confirming/correction-form.server";
import { refuseCorrection } from "~/hr/confirming/refused-correction.server";
import { conflictIn } from "~/people/affiliations/affiliation-conflict";
import { toAffiliationDraft } from "~/people/affiliations/affiliation-draft";
import { listAffiliationHistory } from "~/people/affiliations/affiliation-history.server";
import { affiliationForm } from "~/people/affiliations/affiliation-form";
import { AffiliationEditor } from "~/people/affiliations/AffiliationEditor";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { getNamed } from "~/people/persons/person-admin.server";
import { listOrganisationOptions } from "~/people/organisations/organisation.server";
import { requireRole } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Workplace");

/** The last part of the address where a workplace is entered, not corrected. */
const NEW = "new";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const { id, name } = getNamed(ctx, param(params, "id"));
  const workplaceId = param(params, "workplaceId");
  const affiliation = workplaceId === NEW ? null : findAffiliation(ctx.db, workplaceId);
  if (workplaceId !== NEW && affiliation?.personId !== id) throw notFound();
  return data({
    person: { id, name },
    affiliation,
    organisations: listOrganisationOptions(ctx.db),
    history: affiliation ? listAffiliationHistory(ctx.db, affiliation.id) : [],
    timeZone: getHomeProvider(ctx.db).timeZone,
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const [personId, affiliationId] = [param(params, "id"), param(params, "workplaceId")];
  const affiliation = affiliationId === NEW ? null : findAffiliation(ctx.db, affiliationId);
  if (affiliationId !== NEW && affiliation?.personId !== personId) throw notFound();
  const form = parseCorrection(ctx, await readFields(request, affiliationForm), affiliation);
  if (!form.ok) return form.reply;
  const { intent: _intent, ...workplace } = form.value;
  const outcome =
    affiliationId === NEW
      ? addAsAdministrator(ctx, personId, workplace)
      : correctAsAdministrator(ctx, { ...workplace, affiliationId });
  if (!outcome.ok) return refuseCorrection(form, outcome);
  throw await redirectWithToast(`/people/${personId}`, "Saved and confirmed.");
}

export default function Workplace() {
  const { person, affiliation, organisations, history, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title={affiliation ? "Correct a workplace" : "Add a workplace"}
      lead={`${person.name}. Saving says that it is so: it is confirmed by you.`}
      breadcrumbs={[
        { label: "People", to: "/admin/people" },
        { label: person.name, to: `/people/${person.id}` },
      ]}
      width="narrow"
    >
      <AffiliationEditor
        organisations={organisations}
        lastResult={answer?.result}
        defaults={affiliation ?? {}}
        {...(affiliation && { base: writeBase(toAffiliationDraft(affiliation)) })}
        stale={staleIn(answer)}
        conflict={conflictIn(answer)}
        hrefOf={(id) => `/admin/people/${person.id}/workplaces/${id}`}
        submitLabel={affiliation ? "Save the correction" : "Add"}
      />
      <ChangeHistory events={history} timeZone={timeZone} />
    </Page>
  );
}
