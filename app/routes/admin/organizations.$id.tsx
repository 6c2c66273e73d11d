import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { listMembershipsOf } from "~/people/organisations/cooperative.server";
import { membershipInWords } from "~/people/organisations/membership";
import {
  deleteOrganisation,
  getOrganisation,
  ORGANISATION_REFUSALS,
  updateOrganisation,
} from "~/people/organisations/organisation.server";
import { organisationPageForm } from "~/people/organisations/organisation-form";
import { ORGANISATION_WORDS } from "~/people/organisations/organisation-words";
import { OrganisationFields } from "~/people/organisations/OrganisationFields";
import { listChangeHistory } from "~/people/history/change-history.server";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { LinkButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.organisation.name ?? "Organization");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const id = param(params, "id");
  return {
    organisation: getOrganisation(ctx.db, id),
    memberships: listMembershipsOf(ctx.db, id),
    history: listChangeHistory(ctx.db, id, ORGANISATION_WORDS),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const id = param(params, "id");
  const form = await readForm(request, organisationPageForm);
  if (!form.ok) return form.reply;
  if (form.value.intent === "delete-organization") {
    const deleted = deleteOrganisation(ctx, id);
    if (!deleted.ok) return form.refuse(ORGANISATION_REFUSALS[deleted.reason].message);
    throw await redirectWithToast("/admin", `${deleted.value} is deleted.`);
  }
  const { intent: _intent, ...input } = form.value;
  const outcome = updateOrganisation(ctx, id, input);
  if (outcome.ok) throw await redirectWithToast("/admin", `${input.name} was saved.`);
  const { message, field } = ORGANISATION_REFUSALS[outcome.reason];
  return form.refuse(message, field);
}

export default function EditOrganization() {
  const { organisation, memberships, history } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const isDelete = result?.initialValue?.intent === "delete-organization";
  return (
    <Page title={organisation.name} breadcrumbs={[{ label: "Organizations", to: "/admin" }]} width="narrow">
      {isDelete ? <Refused result={result} /> : null}
      <OrganisationFields
        key={organisation.id}
        lastResult={isDelete ? undefined : result}
        organisation={organisation}
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
