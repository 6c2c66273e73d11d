import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { affiliationOn } from "./affiliation-dates";
import { listAffiliations } from "./affiliation.server";

/** The actor's workplaces of today that nobody has disowned, confirmed or not, each organization once. */
export function listWorkplacesToday(db: Reader, { now, actor }: ActorContext) {
  const today = dateOf(now, REGION_TIME_ZONE);
  const current = listAffiliations(db, actor.personId).filter(
    (each) => each.disownedAt === null && affiliationOn([each], today) !== undefined,
  );
  return [...new Map(current.map((each) => [each.organisationId, each])).values()];
}
