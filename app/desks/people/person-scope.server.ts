import { and, eq, exists, inArray, or, type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { union } from "drizzle-orm/sqlite-core";
import { offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { registrations } from "#drizzle/schema/registration";
import { listAffiliationsWithin } from "~/hr/hr-scope.server";
import { findPerson } from "~/people/persons/person.server";
import { listMyGrants } from "~/people/roles/permission.server";
import type { GrantRole } from "~/people/roles/role";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { ROSTER_STATUSES } from "~/registration/seats/status";
import { isInScope, type PersonScope } from "./person-scope";

/** What somebody holds each role for. */
export interface Reach {
  /** Whether they are an administrator. */
  everything: boolean;
  registrarOf: readonly string[];
  coordinatorOf: readonly string[];
  facilitated: readonly string[];
  hrOf: readonly string[];
}

/** What the actor holds each of their roles for. */
export function reachOf(ctx: ActorContext): Reach {
  const grants = listMyGrants(ctx);
  const idsOf = (role: GrantRole) =>
    grants.filter((grant) => grant.role === role).flatMap(({ scopeId }) => scopeId ?? []);
  return {
    everything: grants.some(({ role }) => role === "admin"),
    registrarOf: idsOf("registrar"),
    coordinatorOf: idsOf("coordinator"),
    facilitated: idsOf("facilitator"),
    hrOf: idsOf("hr"),
  };
}

/**
 * How the actor comes to see a person: the one place that decides it, for every part of the page and every change (P2).
 * @throws Response 404 when they have nothing to do with each other, or there is no such person
 */
export function scopeOn(ctx: ActorContext, personId: string): PersonScope {
  const reach = reachOf(ctx);
  const { registrarOf, coordinatorOf } = reach;
  const known = new Set(listProvidersOf(ctx.db, personId, [...coordinatorOf, ...registrarOf]));
  const hrOf = listAffiliationsWithin(ctx.db, personId, reach.hrOf).map(({ organisationId }) => organisationId);
  const scope: PersonScope = {
    everything: reach.everything,
    registrarOf: registrarOf.filter((id) => known.has(id)),
    coordinatorOf: coordinatorOf.filter((id) => known.has(id)),
    facilitated: listRostersOf(ctx.db, personId, reach.facilitated),
    hrOf: [...new Set(hrOf)],
    coordinates: coordinatorOf,
  };
  if (!isInScope(scope) || !findPerson(ctx.db, personId)) throw notFound();
  return scope;
}

/**
 * Condition on a person's id: they have a registration, whatever became of it, a claim or an award with one of some providers. The
 * same rule as `scopeOn`, for lists.
 */
export function isKnownTo(db: Reader, personId: SQLWrapper, providerIds: readonly string[]): SQL | undefined {
  const one = { one: sql`1` };
  const ofOffering = (table: typeof registrations | typeof claims) => eq(offerings.id, table.offeringId);
  return or(
    exists(
      db
        .select(one)
        .from(registrations)
        .innerJoin(offerings, ofOffering(registrations))
        .where(registeredWith(personId, providerIds)),
    ),
    exists(
      db.select(one).from(claims).innerJoin(offerings, ofOffering(claims)).where(claimedWith(personId, providerIds)),
    ),
    exists(db.select(one).from(awards).where(awardedBy(personId, providerIds))),
  );
}

/** Condition on a person's id: they stand on the roster of one of some offerings. The same rule as `scopeOn`, for lists. */
export function isOnRosterOf(db: Reader, personId: SQLWrapper, offeringIds: readonly string[]): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(registrations)
      .where(onRoster(personId, offeringIds)),
  );
}

/** The sign keeps SQLite from walking through all offerings of a provider for each person; a person has few. */
const isOf = (providerIds: readonly string[]) => inArray(sql`+${offerings.providerId}`, [...providerIds]);

const registeredWith = (personId: SQLWrapper | string, providerIds: readonly string[]) =>
  and(eq(registrations.personId, personId), isOf(providerIds));

const claimedWith = (personId: SQLWrapper | string, providerIds: readonly string[]) =>
  and(eq(claims.personId, personId), isOf(providerIds));

const awardedBy = (personId: SQLWrapper | string, providerIds: readonly string[]) =>
  and(eq(awards.personId, personId), inArray(awards.providerId, [...providerIds]));

const onRoster = (personId: SQLWrapper | string, offeringIds: readonly string[]) =>
  and(
    eq(registrations.personId, personId),
    inArray(registrations.offeringId, [...offeringIds]),
    inArray(registrations.status, [...ROSTER_STATUSES]),
  );

/** Those of some providers with which a person has a registration, whatever became of it, a claim or an award. */
function listProvidersOf(db: Reader, personId: string, providerIds: readonly string[]): string[] {
  const { providerId } = offerings;
  return union(
    db
      .select({ providerId })
      .from(registrations)
      .innerJoin(offerings, eq(offerings.id, registrations.offeringId))
      .where(registeredWith(personId, providerIds)),
    db
      .select({ providerId })
      .from(claims)
      .innerJoin(offerings, eq(offerings.id, claims.offeringId))
      .where(claimedWith(personId, providerIds)),
    db.select({ providerId: awards.providerId }).from(awards).where(awardedBy(personId, providerIds)),
  )
    .all()
    .map((row) => row.providerId);
}

/** Those of some offerings on whose roster a person stands. */
function listRostersOf(db: Reader, personId: string, offeringIds: readonly string[]): string[] {
  return db
    .select({ id: registrations.offeringId })
    .from(registrations)
    .where(onRoster(personId, offeringIds))
    .all()
    .map((row) => row.id);
}
