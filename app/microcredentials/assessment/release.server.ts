import { and, eq, inArray, isNull, lte, not, sql } from "drizzle-orm";
import { assessments, portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { auditEntries } from "#drizzle/schema/platform";
import { moveTo } from "~/microcredentials/portfolios/portfolio.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { eachDue } from "~/platform/jobs/each-due.server";
import { type Assessment, getSubmission, listAssessments } from "./submission-verdict.server";

/** The reading by which an assessor is known to be at it. */
const PORTFOLIO_READ = "portfolio.read";

/** After so long without a sign of its assessor, a place is free again. */
export const IDLE_MS = 3 * 86_400_000;

const isHeld = and(isNull(assessments.releasedAt), isNull(assessments.scoredAt));

/** Frees a place, and its portfolio where nobody has read it: its author can take it back again. */
export function release(
  tx: Transaction,
  ctx: Context,
  assessment: Assessment,
  { because, isRecused = false }: { because: string; isRecused?: boolean },
): void {
  tx.update(assessments)
    .set({ releasedAt: ctx.now, releasedBecause: because, isRecused })
    .where(eq(assessments.id, assessment.id))
    .run();
  const submission = getSubmission(tx, assessment.submissionId);
  const others = listAssessments(tx, submission.id);
  const portfolio = rowOf(tx.select().from(portfolios).where(eq(portfolios.id, submission.portfolioId)), "portfolio");
  if (others.length === 0 && portfolio.status === "in-review") moveTo(tx, ctx, portfolio, "submitted");
}

/** Frees places whose assessors gave no sign for three days. Returns how many. */
export function releaseIdle(ctx: Context): number {
  return eachDue(ctx, {
    kind: "idle-assessment",
    list: (db, isTried, limit) =>
      db
        .select({ id: assessments.id })
        .from(assessments)
        .where(and(isIdle(ctx.now), isTried(assessments.id)))
        .limit(limit)
        .all()
        .map(({ id }) => id),
    process: (id) =>
      inTransaction(ctx.db, (tx) => {
        const row = tx
          .select()
          .from(assessments)
          .where(and(eq(assessments.id, id), isIdle(ctx.now)))
          .get();
        return row ? releaseAndRecord(tx, ctx, row, "idle") : 0;
      }),
  });
}

/** Held for three days, in which its assessor has not looked at it either. */
function isIdle(now: number) {
  const since = now - IDLE_MS;
  const looked = sql`exists (select 1 from ${auditEntries} join ${submissions} on ${submissions.id} = ${assessments.submissionId}
    where ${auditEntries.subjectId} = ${submissions.portfolioId} and ${auditEntries.actorId} = ${assessments.assessorId}
    and ${auditEntries.action} = ${PORTFOLIO_READ} and ${auditEntries.at} > ${since})`;
  return and(isHeld, lte(assessments.claimedAt, since), not(looked));
}

/** Frees what somebody holds of some micro-credentials, who does not judge them any more. Returns how many. */
export function releaseHeldBy(
  tx: Transaction,
  ctx: Context,
  personId: string,
  microcredentialIds: readonly string[],
): number {
  const theirs = tx
    .select({ assessment: assessments })
    .from(assessments)
    .innerJoin(submissions, eq(submissions.id, assessments.submissionId))
    .innerJoin(portfolios, eq(portfolios.id, submissions.portfolioId))
    .where(
      and(eq(assessments.assessorId, personId), isHeld, inArray(portfolios.microcredentialId, [...microcredentialIds])),
    )
    .all();
  for (const { assessment } of theirs) releaseAndRecord(tx, ctx, assessment, "stopped");
  return theirs.length;
}

function releaseAndRecord(tx: Transaction, ctx: Context, row: Assessment, because: "idle" | "stopped"): number {
  release(tx, ctx, row, { because });
  const { portfolioId } = getSubmission(tx, row.submissionId);
  recordAudit(tx, ctx, { action: "assessment.released", subjectId: row.id, detail: { portfolioId, because } });
  return 1;
}
