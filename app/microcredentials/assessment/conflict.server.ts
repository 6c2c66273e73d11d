import { and, eq, gte, inArray, isNull, lte, or } from "drizzle-orm";
import { affiliations, organisations } from "#drizzle/schema/people";
import type { Reader } from "~/platform/database/database.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { type Conflict, findConflicts, type Workplace } from "./conflict";

/** What may be a conflict between an assessor and each of some authors now, in one statement. */
export function conflictsWith(
  db: Reader,
  assessorId: string,
  authorIds: readonly string[],
  now: number,
): (authorId: string) => Conflict[] {
  const places = listWorkplaces(db, [assessorId, ...authorIds], now);
  return (authorId) => findConflicts(places.get(assessorId) ?? [], places.get(authorId) ?? []);
}

function listWorkplaces(db: Reader, personIds: readonly string[], now: number): Map<string, Workplace[]> {
  const today = dateOf(now, REGION_TIME_ZONE);
  const rows = db
    .select({
      personId: affiliations.personId,
      organisationId: affiliations.organisationId,
      organisation: organisations.name,
      kind: organisations.kind,
      building: affiliations.building,
      roleKind: affiliations.roleKind,
      confirmedAt: affiliations.confirmedAt,
    })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(
      and(
        inArray(affiliations.personId, [...new Set(personIds)]),
        isNull(affiliations.disownedAt),
        lte(affiliations.fromDate, today),
        or(isNull(affiliations.toDate), gte(affiliations.toDate, today)),
      ),
    )
    .all()
    .map(({ confirmedAt, ...row }) => ({ ...row, isConfirmed: confirmedAt !== null }));
  return Map.groupBy(rows, ({ personId }) => personId);
}
