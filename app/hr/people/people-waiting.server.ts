import { and, count, eq, exists, gte, inArray, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { persons } from "#drizzle/schema/people";
import { UNDER_WAY } from "~/credits/claims/claim-status";
import { isAffiliatedOn } from "~/hr/hr-scope.server";
import type { Reader } from "~/platform/database/database.server";
import { zoneDate } from "~/platform/database/zone-date.server";
import type { Waits } from "./district-person";
import type { PeopleFilter } from "./people-filter";

/** Earned, and to be claimed by the person; or claimed, and not posted. */
const STATUSES = {
  claim: ["open", "returned"] as const,
  post: UNDER_WAY,
  any: ["open", "returned", ...UNDER_WAY] as const,
};

/** Condition on `claims` joined with `offerings`: of what ended in the period while the person belonged to the organisation (S1). */
function waitsIn(organisationId: string, { from, to }: Pick<PeopleFilter, "from" | "to">, waits: Waits) {
  const endedOn = zoneDate(offerings.endsAt, offerings.timeZone) as SQL<string>;
  return and(
    inArray(claims.status, [...STATUSES[waits]]),
    isNotNull(offerings.endsAt),
    from ? gte(endedOn, from) : undefined,
    to ? lte(endedOn, to) : undefined,
    isAffiliatedOn([organisationId], claims.personId, endedOn),
  );
}

/** Condition on `persons`: hours of theirs wait to be claimed or posted. */
export function hasWaiting(tx: Reader, organisationId: string, filter: PeopleFilter): SQL {
  return exists(
    tx
      .select({ one: sql`1` })
      .from(claims)
      .innerJoin(offerings, eq(offerings.id, claims.offeringId))
      .where(and(eq(claims.personId, persons.id), waitsIn(organisationId, filter, filter.waits ?? "any"))),
  );
}

/** Of how many courses hours wait to be claimed, and to be posted, for each of these people of whom any do. */
export function countWaiting(
  db: Reader,
  organisationId: string,
  filter: PeopleFilter,
  personIds: readonly string[],
): Map<string, { toClaim: number; toPost: number }> {
  const rows = db
    .select({ personId: claims.personId, status: claims.status, rows: count() })
    .from(claims)
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .where(and(inArray(claims.personId, [...personIds]), waitsIn(organisationId, filter, "any")))
    .groupBy(claims.personId, claims.status)
    .all();
  const found = new Map<string, { toClaim: number; toPost: number }>();
  for (const { personId, status, rows: many } of rows) {
    const own = found.get(personId) ?? { toClaim: 0, toPost: 0 };
    if ((STATUSES.claim as readonly string[]).includes(status)) own.toClaim += many;
    else own.toPost += many;
    found.set(personId, own);
  }
  return found;
}
