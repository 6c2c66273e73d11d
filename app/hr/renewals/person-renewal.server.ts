import { and, eq } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Reader } from "~/platform/database/database.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { getRenewalFacts } from "~/renewal/progress/certificate-page.server";
import { progressOf } from "~/renewal/progress/progress";
import { ladderWithin } from "./ladder-list.server";
import { showsRenewal } from "./renewal-people.server";

interface Work {
  organisationId: string;
  roleKind: string;
  fromDate: string;
  toDate: string | null;
}

/**
 * What HR may see of somebody's renewal: what it takes, where the person shows it to one of these organizations; the ladder of a
 * paraeducator who works there today, by the hours that were completed there.
 */
export function getPersonRenewal(db: Reader, ctx: ScopedContext, personId: string, works: readonly Work[]) {
  const today = dateOf(ctx.now, REGION_TIME_ZONE);
  const shows = ctx.scopeIds.some((id) => isShown(db, personId, id, today));
  const found = shows ? progressOf(getRenewalFacts(db, personId), today) : null;
  const climbs = affiliationOn(
    works.filter(({ roleKind }) => roleKind === "paraeducator"),
    today,
  );
  return {
    renewal: found && { answer: found.answer, requirements: found.requirements, window: found.window },
    ladder: climbs ? ladderWithin(db, personId, [climbs.organisationId]) : null,
  };
}

const isShown = (db: Reader, personId: string, organisationId: string, today: string): boolean =>
  db
    .select({ id: persons.id })
    .from(persons)
    .where(and(eq(persons.id, personId), showsRenewal(db, organisationId, today)))
    .get() !== undefined;
