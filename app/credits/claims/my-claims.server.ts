import { and, asc, eq, ne } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { providers } from "#drizzle/schema/providers";
import { claims } from "#drizzle/schema/credits";
import { getCourse } from "~/catalog/courses/course.server";
import { listSessions } from "~/catalog/offerings/offering-parts.server";
import { claimByInWords } from "~/catalog/offerings/claim-deadline";
import { contactOf } from "~/catalog/providers/contact";
import { getProvider } from "~/catalog/providers/provider.server";
import { published } from "~/catalog/offerings/published";
import { findWorkplaceOn } from "~/people/affiliations/workplace.server";
import { dateOf } from "~/platform/time/time-zone";
import type { ActorContext } from "~/platform/context";
import { notFound } from "~/platform/http/responses.server";
import { affidavitOn } from "./affidavit.server";
import { findMyClaim, isClaimTooLate, isLapsed } from "./claim.server";
import { findQuestion } from "./questioned.server";
import { findEarning, listClaimChanges } from "./claim-row.server";
import { listCorrectionRequests } from "~/credits/corrections/correction-request.server";
import { listVersions } from "~/credits/ledger/credit-row.server";
import { findEvaluationForm } from "~/credits/evaluation/evaluation.server";
import { missingGates } from "./gates";

/** The actor's claims that are not posted yet, those that wait for the actor first. */
export function listMyOpenClaims(ctx: ActorContext) {
  const rows = ctx.db
    .select({ claim: claims, offering: offerings, title: courses.title, provider: providers.name })
    .from(claims)
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(providers, eq(providers.id, offerings.providerId))
    .where(and(eq(claims.personId, ctx.actor.personId), ne(claims.status, "posted"), ne(claims.status, "void")))
    .orderBy(asc(offerings.endsAt))
    .all();
  return rows.map(({ claim, title, provider, ...row }) => {
    const offering = published(row.offering);
    return {
      id: claim.id,
      status: claim.status,
      earnedMinutes: claim.earnedMinutes,
      requestedMinutes: claim.requestedMinutes,
      endsAt: offering.endsAt,
      timeZone: offering.timeZone,
      missing: missingGates(claim, offering.policy),
      title,
      provider,
    };
  });
}

/**
 * One claim of the actor's with everything that its page shows: the receipt, what is missing, the history.
 * @throws Response 404 for anybody else's
 */
export function getMyClaim(ctx: ActorContext, claimId: string) {
  const found = findMyClaim(ctx.db, ctx, claimId);
  if (!found) throw notFound();
  const { claim } = found;
  const offering = published(found.offering);
  const course = getCourse(ctx.db, offering.courseId);
  const completedOn = dateOf(offering.endsAt, offering.timeZone);
  return {
    claim,
    offering,
    title: course.title,
    policy: offering.policy,
    missing: missingGates(claim, offering.policy),
    sessions: listSessions(ctx.db, offering.id),
    receipt: findEarning(ctx.db, offering.id, ctx.actor.personId)?.steps ?? [],
    changes: listClaimChanges(ctx.db, claim.id),
    versions: listVersions(ctx.db, claim.id),
    requests: listCorrectionRequests(ctx.db, claim.id),
    questions: findEvaluationForm(ctx.db, offering).questions,
    completedOn,
    affidavit: affidavitOn(ctx.db, dateOf(ctx.now, offering.timeZone)),
    claimBy: claimByInWords(offering, offering.policy),
    isPastDeadline: isClaimTooLate(offering, ctx.now),
    tooLate: isLapsed(ctx.db, claim, found.offering, ctx.now),
    question: findQuestion(ctx.db, claim.personId, offering.id),
    contact: contactOf(getProvider(ctx.db, offering.providerId)),
    workplace: findWorkplaceOn(ctx.db, claim.personId, completedOn),
  };
}
