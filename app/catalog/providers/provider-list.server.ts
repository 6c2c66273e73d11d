import { eq, type SQL, sql } from "drizzle-orm";
import { organisations } from "#drizzle/schema/people";
import { providerApprovals, providerPolicies, providers } from "#drizzle/schema/providers";
import { ORGANISATION_KIND_LABELS } from "~/people/roles/role";
import type { ActorContext } from "~/platform/context";
import { holdsTyped } from "~/platform/database/contains.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { zoneLabel } from "~/platform/format";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { approvalYearOf, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { PROVIDER_LIST } from "./provider-list";
import { lastDayOfYear } from "./provider-year";

export type ProviderRow = ReturnType<typeof describe>;

const policyFrom = sql<string>`(select max(from_date) from ${providerPolicies}
  where ${providerPolicies.providerId} = ${providers.id})`;

const lastYear = sql<number | null>`(select max(year) from ${providerApprovals}
  where ${providerApprovals.providerId} = ${providers.id})`;

/** Every provider, with when its newest policy begins and its last provider year. */
export function providerSource(ctx: ActorContext): ListSource<ProviderRow> {
  const year = approvalYearOf(dateOf(ctx.now, REGION_TIME_ZONE));
  const isApproved = sql`exists (select 1 from ${providerApprovals}
    where ${providerApprovals.providerId} = ${providers.id} and ${providerApprovals.year} = ${year})`;
  return {
    shape: PROVIDER_LIST,
    tie: providers.id,
    order: {
      name: [lettersOf(providers.name), providers.name],
      short: [lettersOf(providers.shortName)],
      kind: [organisations.kind],
      zone: [providers.timeZone],
      until: [lastYear],
      policy: [policyFrom],
    },
    where: {
      q: (typed) => holdsTyped(typed, providers.name, providers.shortName),
      kind: (kind) => sql`${organisations.kind} = ${kind}`,
      approved: (when) => (when === "now" ? isApproved : sql`not ${isApproved}`),
    },
    ...rowsOf(ctx.db, (where) => selectProviders(ctx, where), { describe: (rows) => rows.map(describe) }),
    cells: {
      name: (row) => row.name,
      short: (row) => row.shortName,
      kind: (row) => ORGANISATION_KIND_LABELS[row.kind],
      zone: (row) => zoneLabel(row.timeZone),
      until: (row) => row.approvedUntil,
      policy: (row) => row.policyFrom,
    },
  };
}

function selectProviders(ctx: ActorContext, where: SQL | undefined) {
  const { id, name, shortName, timeZone } = providers;
  return ctx.db
    .select({
      ...{ id, name, shortName, timeZone, kind: organisations.kind },
      policyFrom: policyFrom.as("policy_from"),
      lastYear: lastYear.as("last_year"),
    })
    .from(providers)
    .innerJoin(organisations, eq(organisations.id, providers.organisationId))
    .where(where);
}

type JoinedProvider = ReturnType<ReturnType<typeof selectProviders>["all"]>[number];

function describe({ lastYear: last, ...row }: JoinedProvider) {
  return { ...row, approvedUntil: last === null ? null : lastDayOfYear(last) };
}
