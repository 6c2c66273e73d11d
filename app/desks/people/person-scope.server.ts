import { and, eq, inArray } from "drizzle-orm";
import { union } from "drizzle-orm/sqlite-core";
import { offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
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

/**
 * How the actor comes to see a person: the one place that decides it, for every part of the page and every change (P2).
 * @throws Response 404 when they have nothing to do with each other, or there is no such person
 */
export function scopeOn(ctx: ActorContext, personId: string): PersonScope {
  const grants = listMyGrants(ctx);
  const idsOf = (role: GrantRole) =>
    grants.filter((grant) => grant.role === role).flatMap(({ scopeId }) => scopeId ?? []);
  const coordinates = idsOf("coordinator");
  const registers = idsOf("registrar");
  const known = new Set(listProvidersOf(ctx.db, personId, [...coordinates, ...registers]));
  const hrOf = listAffiliationsWithin(ctx.db, personId, idsOf("hr")).map(({ organisationId }) => organisationId);
  const scope: PersonScope = {
    everything: grants.some(({ role }) => role === "admin"),
    registrarOf: registers.filter((id) => known.has(id)),
    coordinatorOf: coordinates.filter((id) => known.has(id)),
    facilitated: listRostersOf(ctx.db, personId, idsOf("facilitator")),
    hrOf: [...new Set(hrOf)],
    coordinates,
  };
  if (!isInScope(scope) || !findPerson(ctx.db, personId)) throw notFound();
  return scope;
}

/** Those of some providers with which a person has a registration, whatever became of it, or a claim. */
function listProvidersOf(db: Reader, personId: string, providerIds: readonly string[]): string[] {
  const { providerId } = offerings;
  const theirs = inArray(providerId, [...providerIds]);
  return union(
    db
      .select({ providerId })
      .from(registrations)
      .innerJoin(offerings, eq(offerings.id, registrations.offeringId))
      .where(and(eq(registrations.personId, personId), theirs)),
    db
      .select({ providerId })
      .from(claims)
      .innerJoin(offerings, eq(offerings.id, claims.offeringId))
      .where(and(eq(claims.personId, personId), theirs)),
  )
    .all()
    .map((row) => row.providerId);
}

/** Those of some offerings on whose roster a person stands. */
function listRostersOf(db: Reader, personId: string, offeringIds: readonly string[]): string[] {
  return db
    .select({ id: registrations.offeringId })
    .from(registrations)
    .where(
      and(
        eq(registrations.personId, personId),
        inArray(registrations.offeringId, [...offeringIds]),
        inArray(registrations.status, [...ROSTER_STATUSES]),
      ),
    )
    .all()
    .map((row) => row.id);
}
