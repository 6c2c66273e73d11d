import { type SQL, sql } from "drizzle-orm";
import { affiliations, cooperativeMemberships, organisations } from "#drizzle/schema/people";
import { isConfirmed } from "~/people/affiliations/affiliation.server";
import { ORGANISATION_KIND_LABELS } from "~/people/roles/role";
import type { ActorContext } from "~/platform/context";
import { holdsTyped } from "~/platform/database/contains.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { ORGANISATION_LIST } from "./organisation-list";

export type OrganisationRow = ReturnType<ReturnType<typeof selectOrganisations>["all"]>[number];

/** Every organization, with whether it is in the cooperative today and how many people it has confirmed. */
export function organisationSource(ctx: ActorContext): ListSource<OrganisationRow> {
  const today = dateOf(ctx.now, REGION_TIME_ZONE);
  return {
    shape: ORGANISATION_LIST,
    tie: organisations.id,
    order: {
      name: [lettersOf(organisations.name), organisations.name],
      code: [organisations.code],
      kind: [organisations.kind],
      county: [organisations.county],
      member: [isMember(today)],
      people: [sql`people_now`],
    },
    where: {
      q: (typed) => holdsTyped(typed, organisations.name, organisations.code, organisations.county),
      kind: (kind) => sql`${organisations.kind} = ${kind}`,
      member: (member) => (member === "yes" ? isMember(today) : sql`not ${isMember(today)}`),
    },
    ...rowsOf(ctx.db, (where) => selectOrganisations(ctx, today, where), { describe: (rows) => rows }),
    cells: {
      name: (row) => row.name,
      code: (row) => row.code,
      kind: (row) => ORGANISATION_KIND_LABELS[row.kind],
      county: (row) => row.county,
      member: (row) => (row.isMember ? "Member" : "Not a member"),
      people: (row) => row.people,
      billing: (row) => row.billingName ?? row.billingEmail,
    },
  };
}

/** Condition on `organisations`: a stretch of membership in the cooperative holds a day. */
function isMember(day: string): SQL {
  return sql`exists (select 1 from ${cooperativeMemberships}
    where ${cooperativeMemberships.organisationId} = ${organisations.id}
    and ${cooperativeMemberships.fromDate} <= ${day}
    and coalesce(${cooperativeMemberships.toDate}, ${day}) >= ${day})`;
}

function selectOrganisations(ctx: ActorContext, today: string, where: SQL | undefined) {
  const { id, name, code, kind, county, billingName, billingEmail } = organisations;
  return ctx.db
    .select({
      ...{ id, name, code, kind, county, billingName, billingEmail },
      isMember: sql<number>`${isMember(today)}`.as("is_member"),
      people: sql<number>`(select count(distinct ${affiliations.personId}) from ${affiliations}
        where ${affiliations.organisationId} = "organisations"."id" and ${isConfirmed}
        and ${affiliations.fromDate} <= ${today} and coalesce(${affiliations.toDate}, ${today}) >= ${today})`.as(
        "people_now",
      ),
    })
    .from(organisations)
    .where(where);
}
