import { and, eq, inArray, isNotNull, isNull, or, type SQL } from "drizzle-orm";
import { offerings, sessions } from "#drizzle/schema/catalog";
import { listMyGrants } from "~/people/roles/permission.server";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";

/** Whose attendance the actor may take: offerings that they facilitate, and those of providers that they coordinate. */
export function myOfferings(ctx: ActorContext) {
  const grants = listMyGrants(ctx);
  const scopes = (role: string) =>
    grants.filter((grant) => grant.role === role).flatMap((grant) => grant.scopeId ?? []);
  return or(inArray(offerings.id, scopes("facilitator")), inArray(offerings.providerId, scopes("coordinator")));
}

/** A session that people attend and whose attendance the actor may take, with its offering; null for any other. */
export const findMySession = (db: Reader, ctx: ActorContext, sessionId: string) =>
  findSession(db, ctx, sessionId, isNull(sessions.ownMinutes));

/** A session on people's own time of an offering whose attendance the actor may take; null for any other. */
export const findMyOwnTime = (db: Reader, ctx: ActorContext, sessionId: string) =>
  findSession(db, ctx, sessionId, isNotNull(sessions.ownMinutes));

function findSession(db: Reader, ctx: ActorContext, sessionId: string, kind: SQL) {
  return (
    db
      .select({ session: sessions, offering: offerings })
      .from(sessions)
      .innerJoin(offerings, eq(offerings.id, sessions.offeringId))
      .where(and(eq(sessions.id, sessionId), kind, myOfferings(ctx)))
      .get() ?? null
  );
}

/** An offering whose attendance the actor may take; null for any other. */
export function findMyOffering(db: Reader, ctx: ActorContext, offeringId: string) {
  return (
    db
      .select()
      .from(offerings)
      .where(and(eq(offerings.id, offeringId), myOfferings(ctx)))
      .get() ?? null
  );
}
