import { and, asc, eq, isNull } from "drizzle-orm";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { assessments, portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { persons } from "#drizzle/schema/people";
import { wordsOfConflict } from "~/microcredentials/assessment/conflict";
import { conflictsWith } from "~/microcredentials/assessment/conflict.server";
import { findHeld } from "~/microcredentials/assessment/open-submission.server";
import { isSecondAsked } from "~/microcredentials/assessment/second-request.server";
import { listWaiting } from "~/microcredentials/assessment/waiting.server";
import { isAdmittedAnywhere } from "~/microcredentials/assessors/assessor-scope.server";
import { listMyPieces } from "~/microcredentials/practice/practise.server";
import type { Content } from "~/microcredentials/portfolios/portfolio";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { notFound } from "~/platform/http/responses.server";

const BLIND_CONFLICT = "You and its author may work together.";

/** What the actor holds, and what waits for somebody, the promise that ends first on top; without a candidate's name. */
export function getAssessorDesk(ctx: ScopedContext) {
  return {
    held: listHeldBy(ctx).map((row) => ({ ...row, isLate: (row.promisedAt ?? ctx.now) < ctx.now })),
    waiting: listWaiting(ctx),
    toPractise: listMyPieces(ctx).filter(({ handedInAt }) => handedInAt === null).length,
    isAdmitted: isAdmittedAnywhere(ctx),
  };
}

/** What the actor holds and has not scored yet, what they took first on top. */
export function listHeldBy(ctx: ScopedContext) {
  return ctx.db
    .select({
      id: assessments.id,
      title: microcredentials.title,
      claimedAt: assessments.claimedAt,
      promisedAt: portfolios.promisedAt,
    })
    .from(assessments)
    .innerJoin(submissions, eq(submissions.id, assessments.submissionId))
    .innerJoin(portfolios, eq(portfolios.id, submissions.portfolioId))
    .innerJoin(microcredentials, eq(microcredentials.id, portfolios.microcredentialId))
    .where(
      and(eq(assessments.assessorId, ctx.actor.personId), isNull(assessments.releasedAt), isNull(assessments.scoredAt)),
    )
    .orderBy(asc(assessments.claimedAt))
    .all();
}

/**
 * What the actor judges: the rubric, what was handed in, and what may be a conflict. The name is left out in blind mode. Looking is
 * audited (P5), and so a sign that they are at it.
 * @throws Response 404 for what they do not hold
 */
export function getAssessment(ctx: ScopedContext, assessmentId: string) {
  const held = findHeld(ctx.db, ctx, assessmentId);
  if (!held) throw notFound();
  const { assessment, submission, portfolio, version, microcredential } = held;
  const { personId } = portfolio;
  recordReading(ctx, { action: "portfolio.read", subjectId: portfolio.id, personIds: [personId] });
  const { definition } = version;
  const conflicts = conflictsWith(ctx.db, ctx.actor.personId, [personId], ctx.now)(personId);
  const person = ctx.db.select().from(persons).where(eq(persons.id, personId)).get();
  return {
    id: assessmentId,
    title: microcredential.title,
    criteria: definition.criteria.filter(({ key }) => assessment.criteria.includes(key)),
    evidence: definition.evidence,
    content: submission.content as Content,
    candidate: definition.blind || !person ? null : staffNameOf(person),
    // In blind mode the place would name its author.
    conflicts: definition.blind ? conflicts.map(() => BLIND_CONFLICT).slice(0, 1) : conflicts.map(wordsOfConflict),
    canAskSecond: assessment.place === "first" && !isSecondAsked(ctx.db, submission.id),
  };
}
