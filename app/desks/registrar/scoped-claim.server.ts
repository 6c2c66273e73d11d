import { and, eq, inArray } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { persons } from "#drizzle/schema/people";
import { published } from "~/catalog/offerings/published";
import { policyOf } from "~/catalog/providers/provider-policy.server";
import { findEarning, listClaimChanges } from "~/credits/claims/claim-row.server";
import { missingGates } from "~/credits/claims/gates";
import { listCorrectionRequests } from "~/credits/corrections/correction-request.server";
import { listVersions } from "~/credits/ledger/credit-row.server";
import { findWorkplaceOn } from "~/people/affiliations/workplace.server";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { notFound } from "~/platform/http/responses.server";
import { dateOf } from "~/platform/time/time-zone";

/** The day on which an offering that has claims was completed, in its zone. */
export function completionDay(offering: Pick<typeof offerings.$inferSelect, "endsAt" | "timeZone">): string {
  const { endsAt, timeZone } = published(offering);
  return dateOf(endsAt, timeZone);
}

/**
 * One claim of the actor's providers with what it rests on.
 * @throws Response 404 for any other
 */
export function getScopedClaim(ctx: ScopedContext, claimId: string) {
  const row = ctx.db
    .select({ claim: claims, person: persons, offering: offerings, title: courses.title })
    .from(claims)
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(persons, eq(persons.id, claims.personId))
    .where(and(eq(claims.id, claimId), inArray(offerings.providerId, ctx.scopeIds)))
    .get();
  if (!row) throw notFound();
  recordReading(ctx, { action: "claim.read", subjectId: claimId, personIds: [row.claim.personId] });
  const completedOn = completionDay(row.offering);
  return {
    ...row,
    completedOn,
    workplace: findWorkplaceOn(ctx.db, row.claim.personId, completedOn),
    name: staffNameOf(row.person),
    missing: missingGates(row.claim, policyOf(ctx.db, row.offering)),
    receipt: findEarning(ctx.db, row.offering.id, row.claim.personId)?.steps ?? [],
    changes: listClaimChanges(ctx.db, claimId),
    versions: listVersions(ctx.db, claimId),
    requests: listCorrectionRequests(ctx.db, claimId),
  };
}
