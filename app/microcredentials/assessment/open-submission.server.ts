import { and, eq, isNull, sql } from "drizzle-orm";
import { assessments, portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { type Assessor, canAssess } from "~/microcredentials/assessors/assessor-scope.server";
import { getMicrocredential, getVersion } from "~/microcredentials/definitions/definition.server";
import { AWAITING_STATUSES } from "~/microcredentials/portfolios/portfolio-status";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Reader } from "~/platform/database/database.server";

/** Condition on `submissions`: it is the newest of its portfolio. */
export const isNewest = sql`${submissions.round} = (select max(newest.round) from ${submissions} newest
  where newest.portfolio_id = ${submissions.portfolioId})`;

/** A submission that waits for a decision, with all that it is judged by; null for any other. */
export function findUndecided(db: Reader, submissionId: string) {
  const submission = db
    .select()
    .from(submissions)
    .where(and(eq(submissions.id, submissionId), isNewest))
    .get();
  const portfolio = submission && db.select().from(portfolios).where(eq(portfolios.id, submission.portfolioId)).get();
  if (!submission || !portfolio || !AWAITING_STATUSES.includes(portfolio.status)) return null;
  const microcredential = getMicrocredential(db, portfolio.microcredentialId);
  return { submission, portfolio, microcredential, version: getVersion(db, portfolio.versionId) };
}

/** A submission that waits for somebody, of a micro-credential that the actor is admitted to judge; null for any other. */
export function findOpenSubmission(db: Reader, ctx: ScopedContext, submissionId: string) {
  const found = findUndecided(db, submissionId);
  return found && canAssess(db, ctx, found.microcredential) ? found : null;
}

/** What the actor holds and has not scored yet; null for anything else. A sign of them. */
export function findHeld(db: Reader, ctx: ScopedContext, assessmentId: string) {
  const mine = and(
    eq(assessments.id, assessmentId),
    eq(assessments.assessorId, ctx.actor.personId),
    isNull(assessments.releasedAt),
    isNull(assessments.scoredAt),
  );
  const assessment = db.select().from(assessments).where(mine).get();
  const open = assessment && findOpenSubmission(db, ctx, assessment.submissionId);
  return assessment && open ? { assessment, ...open } : null;
}

/** Condition on `portfolios`: the actor handed it back for knowing its author, or for another conflict. */
export function isRecusedFrom(ctx: Assessor) {
  return sql`exists (select 1 from ${assessments} join ${submissions} handed on handed.id = ${assessments.submissionId}
    where handed.portfolio_id = ${portfolios.id} and ${assessments.assessorId} = ${ctx.actor.personId}
    and ${assessments.isRecused})`;
}

/** Whether the actor is kept from a portfolio for good. */
export function isRecused(db: Reader, ctx: Assessor, portfolioId: string): boolean {
  const theirs = and(eq(portfolios.id, portfolioId), isRecusedFrom(ctx));
  return db.select({ id: portfolios.id }).from(portfolios).where(theirs).get() !== undefined;
}
