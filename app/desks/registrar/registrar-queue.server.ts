import { and, asc, count, desc, eq, inArray, ne, type SQL } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { persons } from "#drizzle/schema/people";
import { published } from "~/catalog/offerings/published";
import { findWorkplaceOn, listWorkplacesOn } from "~/people/affiliations/workplace.server";
import { dateOf } from "~/platform/time/time-zone";
import { policyOf } from "~/catalog/providers/provider-policy.server";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { notFound, PAGE_SIZE } from "~/platform/http/responses.server";
import { findEarning, listClaimChanges } from "~/credits/claims/claim-row.server";
import { type ClaimStatus, WAITS_FOR_PERSON, WAITS_FOR_REGISTRAR } from "~/credits/claims/claim-status";
import { listCorrectionRequests } from "~/credits/corrections/correction-request.server";
import { listVersions } from "~/credits/ledger/credit-row.server";
import { missingGates } from "~/credits/claims/gates";
import { countOf } from "~/platform/database/rows.server";

/**
 * What a registrar can look at: claims that agree with attendance and can be posted, those that ask for fewer hours than
 * were earned, claims that wait for the person or the fee, returned ones.
 */
export const QUEUE_VIEWS = {
  ready: "Ready to post",
  differs: "To look at",
  waiting: "Waiting for a gate",
  returned: "Returned",
} as const;
export type QueueView = keyof typeof QUEUE_VIEWS;

const VIEW_STATUSES: Record<QueueView, readonly ClaimStatus[]> = {
  ready: WAITS_FOR_REGISTRAR,
  differs: WAITS_FOR_REGISTRAR,
  waiting: WAITS_FOR_PERSON,
  returned: ["returned"],
};

const VIEW_CONDITIONS: Partial<Record<QueueView, SQL>> = {
  ready: eq(claims.requestedMinutes, claims.earnedMinutes),
  differs: ne(claims.requestedMinutes, claims.earnedMinutes),
};

function inQueue(ctx: ScopedContext, view: QueueView, offeringId: string | null): SQL | undefined {
  return and(
    inArray(offerings.providerId, ctx.scopeIds),
    offeringId ? eq(offerings.id, offeringId) : undefined,
    inArray(claims.status, [...VIEW_STATUSES[view]]),
    VIEW_CONDITIONS[view],
  );
}

/** The day on which an offering that has claims was completed, in its zone. */
function completionDay(offering: typeof offerings.$inferSelect): string {
  const { endsAt, timeZone } = published(offering);
  return dateOf(endsAt, timeZone);
}

/** The claims that can be posted as they are: claimed as earned, and past every gate. */
export function listAgreeing(ctx: ScopedContext, offeringId: string | null): string[] {
  return selectAgreeing(ctx, offeringId).map(({ claim }) => claim.id);
}

/** How many those are, and for how many of them nothing is entered of where the person worked. */
export function countAgreeing(ctx: ScopedContext, offeringId: string | null) {
  const rows = selectAgreeing(ctx, offeringId);
  const days = rows.map(({ claim, offering }) => ({ personId: claim.personId, day: completionDay(offering) }));
  const without = listWorkplacesOn(ctx.db, days).filter((workplace) => workplace === null);
  return { agreeing: rows.length, withoutDistrict: without.length };
}

function selectAgreeing(ctx: ScopedContext, offeringId: string | null) {
  return ctx.db
    .select({ claim: claims, offering: offerings })
    .from(claims)
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .where(inQueue(ctx, "ready", offeringId))
    .all()
    .filter(({ claim, offering }) => missingGates(claim, policyOf(ctx.db, offering)).length === 0);
}

/** Claims of the actor's providers, oldest first, with counts per view. */
export function listQueue(ctx: ScopedContext, input: { view: QueueView; offeringId: string | null; page: number }) {
  const within = (view: QueueView) => inQueue(ctx, view, input.offeringId);
  const rows = ctx.db
    .select({ claim: claims, person: persons, offering: offerings, title: courses.title })
    .from(claims)
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(persons, eq(persons.id, claims.personId))
    .where(within(input.view))
    .orderBy(asc(claims.claimedAt), asc(claims.id))
    .limit(PAGE_SIZE)
    .offset((input.page - 1) * PAGE_SIZE)
    .all();
  recordReading(ctx, {
    action: "claims.listed",
    subjectId: input.view,
    personIds: rows.map(({ person }) => person.id),
  });
  const workplaces = listWorkplacesOn(
    ctx.db,
    rows.map(({ claim, offering }) => ({ personId: claim.personId, day: completionDay(offering) })),
  );
  return {
    counts: Object.fromEntries(
      (Object.keys(QUEUE_VIEWS) as QueueView[]).map((view) => [view, countClaims(ctx, within(view))]),
    ) as Record<QueueView, number>,
    rows: rows.map(({ claim, person, offering, title }, index) => ({
      id: claim.id,
      workplace: workplaces[index] ?? null,
      personId: person.id,
      name: staffNameOf(person),
      title,
      inServiceNumber: offering.inServiceNumber,
      approvedMinutes: offering.approvedMinutes ?? 0,
      requestedMinutes: claim.requestedMinutes ?? 0,
      earnedMinutes: claim.earnedMinutes,
      age: ctx.now - (claim.claimedAt ?? claim.createdAt),
      missing: missingGates(claim, policyOf(ctx.db, offering)),
    })),
  };
}

/** The offerings that have claims in the queue, for the filter. */
export function listQueueOfferings(ctx: ScopedContext): { value: string; label: string }[] {
  return ctx.db
    .selectDistinct({ value: offerings.id, number: offerings.inServiceNumber, title: courses.title })
    .from(claims)
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(
      and(inArray(offerings.providerId, ctx.scopeIds), inArray(claims.status, Object.values(VIEW_STATUSES).flat())),
    )
    .orderBy(desc(offerings.endsAt))
    .all()
    .map(({ value, number, title }) => ({ value, label: `${title} (${number})` }));
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

function countClaims(ctx: ScopedContext, where: SQL | undefined): number {
  return countOf(
    ctx.db
      .select({ count: count() })
      .from(claims)
      .innerJoin(offerings, eq(offerings.id, claims.offeringId))
      .where(where),
  );
}
