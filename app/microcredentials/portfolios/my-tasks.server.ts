import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { portfolios } from "#drizzle/schema/microcredentials/portfolios";
import { standingOf } from "~/microcredentials/awards/award-standing";
import { listExpiring } from "~/microcredentials/awards/renewal.server";
import type { ActorContext } from "~/platform/context";
import { WRITABLE_STATUSES } from "./portfolio-status";

/** For so long a new award stands on its holder's desk. */
const NEW_MS = 30 * 86_400_000;

/** What waits for the actor of their micro-credentials: what they can write in, awards that expire soon, and new ones to look at. */
export function listMyTasks({ db, actor, now }: ActorContext) {
  const working = db
    .select({ id: portfolios.id, title: microcredentials.title, status: portfolios.status })
    .from(portfolios)
    .innerJoin(microcredentials, eq(microcredentials.id, portfolios.microcredentialId))
    .where(and(eq(portfolios.personId, actor.personId), inArray(portfolios.status, [...WRITABLE_STATUSES])))
    .orderBy(asc(portfolios.updatedAt))
    .all();
  const awarded = db
    .select({ award: awards, title: microcredentials.title })
    .from(awards)
    .innerJoin(microcredentials, eq(microcredentials.id, awards.microcredentialId))
    .where(and(eq(awards.personId, actor.personId), gt(awards.awardedAt, now - NEW_MS), isNull(awards.revokedAt)))
    .orderBy(asc(awards.awardedAt))
    .all();
  return {
    working,
    expiring: listExpiring(db, actor.personId, now),
    awarded: awarded
      .filter(({ award }) => standingOf(award, now) === "current")
      .map(({ award, title }) => ({ id: award.id, title, awardedOn: award.awardedOn })),
  };
}
