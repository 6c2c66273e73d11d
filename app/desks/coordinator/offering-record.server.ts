import { and, eq } from "drizzle-orm";
import { claims, credits } from "#drizzle/schema/credits";
import { persons } from "#drizzle/schema/people";
import { listReportEvidence } from "~/attendance/meetings/report.server";
import { listStepEvidence } from "~/attendance/reading/step-evidence.server";
import { findUncovered, listDecisions, listPlanChanges, readPlan } from "~/catalog/approval/approved-plan.server";
import { findScopedOffering } from "~/catalog/offerings/offering.server";
import { findScopedCourse } from "~/catalog/courses/course.server";
import { asClaimed } from "~/credits/claims/claim-row.server";
import { legalNameOf, staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { notFound } from "~/platform/http/responses.server";
import { addDays, dateOf } from "~/platform/time/time-zone";
import { isNewestVersion } from "~/credits/ledger/ledger.server";
import { BY_NAME } from "~/people/persons/person-names.server";

/** D1: records are kept for seven calendar years after the one in which the offering ended. */
const KEPT_YEARS = 7;

/**
 * The record of an offering as D1 demands it: proof of prior approval as the committee
 * read it, what was changed since, everyone who asked for hours with the
 * hours asked, the reports of online meetings by which people were marked, what they completed on their own time, and until when it must be kept.
 * @throws Response 404 when the offering is not of the actor's providers
 */
export function getOfferingRecord(ctx: ScopedContext, offeringId: string) {
  const offering = findScopedOffering(ctx.db, ctx, offeringId);
  const course = offering && findScopedCourse(ctx.db, ctx, offering.courseId);
  if (!offering || !course) throw notFound();
  const asked = ctx.db
    .select({ claim: claims, person: persons })
    .from(claims)
    .innerJoin(persons, eq(persons.id, claims.personId))
    .where(eq(claims.offeringId, offeringId))
    .orderBy(...BY_NAME)
    .all()
    .filter(({ claim }) => claim.requestedMinutes !== null)
    .map(({ claim, person }) => ({ claim: asClaimed(claim), person }));
  const posted = listPostedMinutes(ctx, offeringId);
  const reports = listReportEvidence(ctx.db, offeringId);
  const completed = listStepEvidence(ctx.db, offeringId);
  recordReading(ctx, {
    action: "offering.record-read",
    subjectId: offeringId,
    personIds: [
      ...asked.map(({ person }) => person.id),
      ...completed.map(({ personId }) => personId),
      ...reports.flatMap(({ people }) => people.map(({ personId }) => personId)),
    ],
  });
  return {
    offering,
    course,
    plan: readPlan(ctx.db, offering),
    decisions: listDecisions(ctx.db, offeringId, legalNameOf),
    planChanges: listPlanChanges(ctx.db, offeringId, legalNameOf),
    uncovered: findUncovered(ctx.db, offering),
    reports,
    completed,
    keptUntil: offering.endsAt === null ? null : keptUntil(dateOf(offering.endsAt, offering.timeZone)),
    asked: asked.map(({ claim, person }) => ({
      claimId: claim.id,
      personId: person.id,
      name: staffNameOf(person),
      certificateNumber: person.certificateNumber,
      status: claim.status,
      earnedMinutes: claim.earnedMinutes,
      requestedMinutes: claim.requestedMinutes,
      postedMinutes: posted.get(claim.id) ?? null,
    })),
  };
}

/** The last day (`YYYY-MM-DD`) on which a record must be kept: the end of the seventh year after the offering's (D1). */
export function keptUntil(endedOn: string): string {
  return addDays(`${Number(endedOn.slice(0, 4)) + KEPT_YEARS + 1}-01-01`, -1);
}

/** What stands in the ledger for the offering: minutes by the claim's id. */
function listPostedMinutes(ctx: ScopedContext, offeringId: string): Map<string, number> {
  const rows = ctx.db
    .select({ claimId: credits.claimId, minutes: credits.minutes })
    .from(credits)
    .where(and(eq(credits.offeringId, offeringId), isNewestVersion))
    .all();
  return new Map(rows.flatMap(({ claimId, minutes }) => (claimId === null ? [] : [[claimId, minutes]])));
}
