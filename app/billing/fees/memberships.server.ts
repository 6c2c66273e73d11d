import { eq } from "drizzle-orm";
import { affiliations, cooperativeMemberships, organisations } from "#drizzle/schema/people";
import { isAmong } from "~/platform/database/among.server";
import type { Reader } from "~/platform/database/database.server";

/** When the people worked for members of the cooperative, confirmed or by their own word, and when those were members. */
export function readMemberships(db: Reader, personIds: readonly string[]) {
  const rows = db
    .select({
      personId: affiliations.personId,
      name: organisations.name,
      from: affiliations.fromDate,
      to: affiliations.toDate,
      confirmedAt: affiliations.confirmedAt,
      disownedAt: affiliations.disownedAt,
      membership: { from: cooperativeMemberships.fromDate, to: cooperativeMemberships.toDate },
    })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .innerJoin(cooperativeMemberships, eq(cooperativeMemberships.organisationId, organisations.id))
    .where(isAmong(affiliations.personId, personIds))
    .all();
  return Map.groupBy(rows, ({ personId }) => personId);
}
