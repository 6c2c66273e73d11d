import { listAffiliationHistory } from "~/people/affiliations/affiliation-history.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { legalNameOf } from "~/people/persons/name";
import { getPerson } from "~/people/persons/person.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { notFound } from "~/platform/http/responses.server";
import { listMyOrganisations } from "~/hr/hr-scope.server";
import { findAffiliation } from "./affiliation-correction.server";

/** The actor's organisations, as choices. */
export function listMyOrganisationOptions(ctx: ScopedContext): { value: string; label: string }[] {
  return listMyOrganisations(ctx).map(({ id, name }) => ({ value: id, label: name }));
}

/**
 * One entry of somebody about one of the actor's organisations, for HR to correct. Looking is audited (P5).
 * @throws Response 404 for any other
 */
export function getWorkplace(ctx: ScopedContext, affiliationId: string) {
  const affiliation = findAffiliation(ctx.db, affiliationId);
  if (!affiliation || !ctx.scopeIds.includes(affiliation.organisationId)) throw notFound();
  const { personId } = affiliation;
  recordReading(ctx, { action: "hr.workplace-read", subjectId: affiliationId, personIds: [personId] });
  return {
    affiliation,
    personName: legalNameOf(getPerson(ctx.db, personId)),
    organisations: listMyOrganisationOptions(ctx),
    history: listAffiliationHistory(ctx.db, affiliationId),
    timeZone: getHomeProvider(ctx.db).timeZone,
  };
}
