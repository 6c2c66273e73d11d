import { findLastChange } from "~/people/persons/last-change.server";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { listMembershipsOf } from "~/people/organisations/cooperative.server";
import { membershipInWords } from "~/people/organisations/membership";
import {
  deleteOrganisation,
  findOrganisation,
  getOrganisation,
  ORGANISATION_REFUSALS,
  toOrganisationDraft,
  updateOrganisation,
} from "~/people/organisations/organisation.server";
import { organisationPageForm } from "~/people/organisations/organisation-form";
import { ORGANISATION_WORDS } from "~/people/organisations/organisation-words";
import { OrganisationFields } from "~/people/organisations/OrganisationFields";
import { listChangeHistory } from "~/people/history/change-history.server";
import { requireRole } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { LinkButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.organisation.name ?? "Organization");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const id = param(params, "id");
  const organisation = getOrganisation(ctx.db, id);
  return {
    organisation,
    base: writeBase(toOrganisationDraft(organisation)),
    memberships: listMembershipsOf(ctx.db, id),
    history: listChangeHistory(ctx.db, id, ORGANISATION_WORDS),
  };
}

/** The log holds more about an organization, such as its cut-off for salaries. */
const CHANGES = ["organisation.added", "organisation.updated"];

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const id = param(params, "id");
  const fields = await readFields(request, organisationPageForm);
  const saved = saveVersioned(
    ctx,
    fields,
    organisationPageForm,
    (tx) => {
      const row = fields.get("intent") === "save" ? findOrganisation(tx, id) : null;
      return row ? { draft: toOrganisationDraft(row), change: () => findLastChange(tx, id, CHANGES) } : null;
    },
    (form) =>
      form.intent === "save" ? updateOrganisation(ctx, id, toOrganisationDraft(form)) : deleteOrganisation(ctx, id),
  );
  if (saved.reply) return saved.reply;
  const { form, answer: outcome } = saved;
  if (outcome.ok) {
    const said = form.value.intent === "save" ? `${form.value.name} was saved.` : `${outcome.value} is deleted.`;
    throw await redirectWithToast("/admin", said);
  }
  const { message, field } = ORGANISATION_REFUSALS[outcome.reason];
  return form.refuse(message, field);
}

export default function EditOrganization() {
  const { organisation, base, memberships, history } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const isDelete = result?.initialValue?.intent === "delete-organization";
  return (
    <Page title={organisation.name} breadcrumbs={[{ label: "Organizations", to: "/admin" }]} width="narrow">
      {isDelete ? <Refused result={result} /> : null}
      <OrganisationFields
        key={organisation.id}
        lastResult={isDelete ? undefined : result}
        organisation={organisation}
        base={base}
        stale={staleIn(answer)}
        submitLabel="Save organization"
      />
      <Section
        title="Clock-hours cooperative"
        description="Its people may owe no fee for hours completed on a day of membership, as the provider’s policy says."
        actions={
          <LinkButton to={`/admin/cooperative?organisation=${organisation.id}`} variant="secondary" size="sm">
            Change membership
          </LinkButton>
        }
      >
        {memberships.length === 0 ? (
          <p className="text-soft">It has never been a member.</p>
        ) : (
          <ul>
            {memberships.map((each) => (
              <li key={each.id}>{membershipInWords(each)}</li>
            ))}
          </ul>
        )}
      </Section>
      <ChangeHistory events={history} timeZone={REGION_TIME_ZONE} />
      <Section title="Delete" description="Possible as long as nobody works there and no record names it.">
        <div>
          <ConfirmDialog
            trigger="Delete the organization"
            title={`Delete ${organisation.name}?`}
            confirmLabel="Delete the organization"
            intent="delete-organization"
          >
            <p>Nothing else is deleted with it. This cannot be undone.</p>
          </ConfirmDialog>
        </div>
      </Section>
    </Page>
  );
}
