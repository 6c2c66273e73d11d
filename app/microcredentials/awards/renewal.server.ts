import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { outboxMessages } from "#drizzle/schema/messages";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { portfolios } from "#drizzle/schema/microcredentials/portfolios";
import { providers } from "#drizzle/schema/providers";
import { tellAwardExpires } from "~/microcredentials/portfolios/portfolio-message.server";
import { LIVE_STATUSES } from "~/microcredentials/portfolios/portfolio-status";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { eachDue } from "~/platform/jobs/each-due.server";
import { dateOf } from "~/platform/time/time-zone";
import { renewableUntil } from "./renewal";

/**
 * Tells holders of awards that expire within sixty days what they can do: once for each award and its last day. Not of what is
 * revoked or suspended, was renewed, or has a newer portfolio under way. Returns how many were told.
 */
export function tellOfExpiry(ctx: Context): number {
  return eachDue(ctx, {
    kind: "award-expires",
    list: (db, isTried, limit) =>
      selectExpiring(db)
        .where(and(isExpiring(db, ctx.now), isNotTold(db), isTried(awards.id)))
        .orderBy(asc(awards.expiresAt))
        .limit(limit)
        .all()
        .map(({ id }) => id),
    process: (id) =>
      inTransaction(ctx.db, (tx) => {
        const [award] = readExpiring(selectExpiring(tx).where(and(isExpiring(tx, ctx.now), eq(awards.id, id))));
        return award && tellAwardExpires(tx, ctx, award) !== null ? 1 : 0;
      }),
  });
}

/** Somebody's awards that expire soon and that nothing renews yet, the first to expire on top. */
export const listExpiring = (db: Reader, personId: string, now: number) =>
  readExpiring(
    selectExpiring(db)
      .where(and(isExpiring(db, now), eq(awards.personId, personId)))
      .orderBy(asc(awards.expiresAt)),
  );

function selectExpiring(db: Reader) {
  return db
    .select({
      id: awards.id,
      personId: awards.personId,
      microcredentialId: awards.microcredentialId,
      title: microcredentials.title,
      expiresAt: awards.expiresAt,
      state: microcredentials.state,
      timeZone: providers.timeZone,
    })
    .from(awards)
    .innerJoin(microcredentials, eq(microcredentials.id, awards.microcredentialId))
    .innerJoin(providers, eq(providers.id, awards.providerId))
    .$dynamic();
}

function readExpiring(query: ReturnType<typeof selectExpiring>) {
  return query.all().map(({ expiresAt, state, timeZone, ...award }) => ({
    ...award,
    expiresAt: expiresAt ?? 0,
    expiresOn: dateOf(expiresAt ?? 0, timeZone),
    /** Whether people can still begin with it. */
    isOpen: state === "published",
  }));
}

/** An award that expires soon and that nothing renews yet; a stack is awarded again by itself. */
function isExpiring(db: Reader, now: number) {
  const newer = alias(awards, "newer");
  const sameOf = (of: typeof newer | typeof portfolios) =>
    and(eq(of.personId, awards.personId), eq(of.microcredentialId, awards.microcredentialId));
  const renewed = db
    .select({ one: sql`1` })
    .from(newer)
    .where(
      and(sameOf(newer), isNull(newer.revokedAt), or(isNull(newer.expiresAt), gt(newer.expiresAt, awards.expiresAt))),
    );
  const underWay = db
    .select({ one: sql`1` })
    .from(portfolios)
    .where(and(sameOf(portfolios), inArray(portfolios.status, [...LIVE_STATUSES])));
  return and(
    isNull(awards.revokedAt),
    isNull(awards.suspendedAt),
    gt(awards.expiresAt, now),
    lte(awards.expiresAt, renewableUntil(now)),
    isNotNull(awards.portfolioId),
    notExists(renewed),
    notExists(underWay),
  );
}

function isNotTold(db: Reader) {
  return notExists(
    db
      .select({ one: sql`1` })
      .from(outboxMessages)
      .where(
        and(
          eq(outboxMessages.kind, "award-expires"),
          eq(outboxMessages.subjectId, awards.id),
          eq(outboxMessages.occasion, sql`cast(${awards.expiresAt} as text)`),
        ),
      ),
  );
}
