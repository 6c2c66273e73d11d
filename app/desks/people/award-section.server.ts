import { eq, inArray, or } from "drizzle-orm";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { listAwardsWhere } from "~/hr/awards/award-list.server";
import { isAffiliatedOn } from "~/hr/hr-scope.server";
import type { Reader } from "~/platform/database/database.server";
import { type PersonScope, providersIn } from "./person-scope";

/** What a person was awarded, as far as the actor may see it: by their providers, or while the person was of their district. */
export function listAwardsFor(
  db: Reader,
  { scope, personId, now }: { scope: PersonScope; personId: string; now: number },
) {
  const given = inArray(awards.providerId, providersIn(scope));
  const within = isAffiliatedOn(scope.hrOf, awards.personId, awards.awardedOn);
  return listAwardsWhere(db, { now }, eq(awards.personId, personId), scope.everything ? undefined : or(given, within));
}
