import { eq } from "drizzle-orm";
import { secondRequests } from "#drizzle/schema/microcredentials/promises";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import type { Portfolio, Submission } from "~/microcredentials/portfolios/portfolio.server";
import { findUndecided } from "./open-submission.server";
import type { AssessmentRefusal } from "./refusal";
import { listAssessments } from "./submission-verdict.server";

type Done = Outcome<{ id: string }, AssessmentRefusal>;

/** Whether somebody has asked for a second assessor. */
export const isSecondAsked = (db: Reader, submissionId: string): boolean =>
  db.select().from(secondRequests).where(eq(secondRequests.submissionId, submissionId)).get() !== undefined;

/** A coordinator asks for a second assessor on a submission that is not decided (M1). */
export function askSecond(
  ctx: ScopedContext,
  { submissionId, reason }: { submissionId: string; reason: string },
): Done {
  return inTransaction(ctx.db, (tx) => {
    const found = findScopedUndecided(tx, ctx, submissionId);
    if (!found) return refuse("unknown-submission");
    if (isSecondAsked(tx, submissionId)) return refuse("asked-already");
    insertSecondRequest(tx, ctx, found, reason);
    return ok({ id: submissionId });
  });
}

/** Takes the wish for a second assessor back, while nobody has scored: after that, it stands. */
export function withdrawSecond(ctx: ScopedContext, submissionId: string): Done {
  return inTransaction(ctx.db, (tx) => {
    const found = findScopedUndecided(tx, ctx, submissionId);
    if (!found) return refuse("unknown-submission");
    if (!isSecondAsked(tx, submissionId)) return refuse("not-asked");
    if (listAssessments(tx, submissionId).some(({ scoredAt }) => scoredAt !== null)) return refuse("scored-already");
    tx.delete(secondRequests).where(eq(secondRequests.submissionId, submissionId)).run();
    record(tx, ctx, "assessment.second-withdrawn", found, {});
    return ok({ id: submissionId });
  });
}

/** Writes down that a second assessor is asked for, and why. */
export function insertSecondRequest(
  tx: Transaction,
  ctx: ScopedContext,
  about: { submission: Submission; portfolio: Portfolio },
  reason: string,
): void {
  tx.insert(secondRequests)
    .values({ submissionId: about.submission.id, askedBy: ctx.actor.personId, askedAt: ctx.now, reason })
    .run();
  record(tx, ctx, "assessment.second-asked", about, { reason });
}

function findScopedUndecided(tx: Transaction, ctx: ScopedContext, submissionId: string) {
  const found = findUndecided(tx, submissionId);
  return found && ctx.scopeIds.includes(found.microcredential.providerId) ? found : null;
}

function record(
  tx: Transaction,
  ctx: ScopedContext,
  action: string,
  { submission, portfolio }: { submission: Submission; portfolio: Portfolio },
  detail: Record<string, unknown>,
): void {
  const { id: portfolioId, personId } = portfolio;
  recordAudit(tx, ctx, { action, subjectId: submission.id, personId, detail: { portfolioId, ...detail } });
}
