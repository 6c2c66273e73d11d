import { and, type Column, eq, inArray, isNull, type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { grants } from "#drizzle/schema/grants";
import { affiliations, organisations } from "#drizzle/schema/people";
import { submittedHours, submittedRows } from "#drizzle/schema/staff/submitted-hours";
import { isConfirmed } from "~/people/affiliations/affiliation.server";
import type { Organisation } from "~/people/organisations/organisation.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Reader } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { byLetters } from "~/platform/database/letter-order.server";

export type HrOrganisation = Pick<Organisation, "id" | "code" | "name">;

/** Condition on `grants`: somebody is in HR of an organisation today. */
export const isLiveHr = (organisationId: string | Column): SQL | undefined =>
  and(eq(grants.role, "hr"), eq(grants.organisationId, organisationId), isNull(grants.revokedAt));

/** Whether somebody is in HR of an organisation today. */
export const isHrOf = (db: Reader, personId: string, organisationId: string): boolean =>
  db
    .select({ id: grants.id })
    .from(grants)
    .where(and(eq(grants.personId, personId), isLiveHr(organisationId)))
    .get() !== undefined;

/** The organisations whose people the actor sees, by name (P2). */
export function listMyOrganisations(ctx: ScopedContext): HrOrganisation[] {
  const { id, code, name } = organisations;
  return ctx.db
    .select({ id, code, name })
    .from(organisations)
    .where(inArray(organisations.id, ctx.scopeIds))
    .orderBy(byLetters(organisations.name))
    .all();
}

/**
 * The one of the actor's organisations that an address names, or the first.
 * @throws Response 404 when it is not one of theirs
 */
export function chooseOrganisation(mine: readonly HrOrganisation[], wanted: string | null): HrOrganisation {
  const chosen = wanted ? mine.find((organisation) => organisation.id === wanted) : mine[0];
  if (!chosen) throw notFound();
  return chosen;
}

/**
 * S1, as a condition on `credits`: of somebody who belongs or belonged to one of these organisations, as it has confirmed, and
 * completed while that lasted, the first and the last day included; or submitted to it by the person, and accepted (P2).
 */
export const isSeenBy = (organisationIds: readonly string[]): SQL =>
  organisationIds.length === 0
    ? sql`0`
    : sql`(${isAffiliatedOn(organisationIds, credits.personId, credits.completedOn)} or ${isAccepted(organisationIds)}
    and exists (select 1 from ${affiliations} where ${isAffiliatedWith(organisationIds)}
      and ${affiliations.personId} = ${credits.personId}))`;

/**
 * The same where neither person nor id says which credits: the few people are found before their credits. Elsewhere that would be a
 * list of thousands for a few rows.
 */
export const isSeenOfPeople = (organisationIds: readonly string[]): SQL | undefined =>
  and(sql`${credits.personId} in ${affiliatedWith(organisationIds)}`, isSeenBy(organisationIds));

/** Condition on `credits`: the person submitted the hours to one of these organisations, which accepted them, and still does. */
const isAccepted = (organisationIds: readonly string[]): SQL => sql`exists (
    select 1 from ${submittedRows}
    cross join ${submittedHours} on ${submittedHours.id} = ${submittedRows.submissionId}
    where ${submittedRows.sourceId} = coalesce(${credits.claimId}, ${credits.awardId})
      and ${submittedHours.state} = 'accepted'
      and ${inArray(submittedHours.organisationId, [...organisationIds])}
  )`;

/** A query of the ids of everybody who belongs or belonged to one of these organisations, as it has confirmed. */
export const affiliatedWith = (organisationIds: readonly string[]): SQL =>
  sql`(select ${affiliations.personId} from ${affiliations} where ${isAffiliatedWith(organisationIds)})`;

const isAffiliatedWith = (organisationIds: readonly string[]): SQL | undefined =>
  and(isConfirmed, inArray(affiliations.organisationId, [...organisationIds]));

/** Condition: whoever stands in a column belonged to one of these organisations, as it has confirmed, on the day that stands in another. */
export function isAffiliatedOn(organisationIds: readonly string[], personId: SQLWrapper, day: SQLWrapper): SQL {
  return sql`exists (
    select 1 from ${affiliations}
    where ${isConfirmed}
      and ${affiliations.personId} = ${personId}
      and ${inArray(affiliations.organisationId, [...organisationIds])}
      and ${affiliations.fromDate} <= ${day}
      and (${affiliations.toDate} is null or ${affiliations.toDate} >= ${day})
  )`;
}

/** A person's affiliations with these organisations that are confirmed, latest first. */
export function listAffiliationsWithin(db: Reader, personId: string, organisationIds: readonly string[]) {
  return db
    .select({ affiliation: affiliations, organisation: organisations.name })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(
      and(isConfirmed, eq(affiliations.personId, personId), inArray(affiliations.organisationId, [...organisationIds])),
    )
    .orderBy(sql`${affiliations.fromDate} desc`, sql`${affiliations.id} desc`)
    .all()
    .map(({ affiliation, organisation }) => ({ ...affiliation, organisation }));
}
