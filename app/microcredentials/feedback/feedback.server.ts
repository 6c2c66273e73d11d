import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, max, sql } from "drizzle-orm";
import { submissions } from "#drizzle/schema/microcredentials/portfolios";
import { assessmentEvaluations, evaluatedSubmissions } from "#drizzle/schema/microcredentials/promises";
import { BATCH_SIZE, completesBatch } from "~/credits/evaluation/evaluation-batch";
import { type Answers, summarize } from "~/credits/evaluation/evaluation-summary";
import { findMyPortfolio } from "~/microcredentials/portfolios/portfolio.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { aggregateOf, countOf } from "~/platform/database/rows.server";
import { newUnorderedId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { ASSESSMENT_QUESTIONS } from "./questions";

export type FeedbackRefusal = "unknown-portfolio" | "nothing-decided";

/** Each refusal in plain words. */
export const FEEDBACK_REFUSALS: Record<FeedbackRefusal, string> = {
  "unknown-portfolio": "There is no such portfolio of yours.",
  "nothing-decided": "You have said how you were judged. You are asked again after the next decision.",
};

/** Condition on `submissions`: decided, and its author has not said yet how they were judged. */
const isUnsaid = and(
  isNotNull(submissions.decidedAt),
  sql`not exists (select 1 from ${evaluatedSubmissions} where ${evaluatedSubmissions.submissionId} = ${submissions.id})`,
);

/** The newest decision on a portfolio, where its author has not said yet how they were judged; else null. */
export function findUnsaid(db: Reader, portfolioId: string): { submissionId: string } | null {
  const [newest] = db
    .select({ submissionId: submissions.id, isUnsaid: sql<number>`${isUnsaid}` })
    .from(submissions)
    .where(and(eq(submissions.portfolioId, portfolioId), isNotNull(submissions.decidedAt)))
    .orderBy(desc(submissions.round))
    .limit(1)
    .all();
  return newest?.isUnsaid ? { submissionId: newest.submissionId } : null;
}

/**
 * The author says how they were judged, once for each decision. What is said is kept apart from who said it (T6): only that they have
 * answered is kept. The audit log holds no row of it, whose instant could be laid beside the answers.
 */
export function sayHowJudged(
  ctx: ActorContext,
  { portfolioId, answers }: { portfolioId: string; answers: Answers },
): Outcome<null, FeedbackRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const portfolio = findMyPortfolio(tx, ctx, portfolioId);
    if (!portfolio) return refuse("unknown-portfolio");
    const unsaid = findUnsaid(tx, portfolioId);
    if (!unsaid) return refuse("nothing-decided");
    tx.insert(evaluatedSubmissions).values(unsaid).run();
    const { microcredentialId } = portfolio;
    tx.insert(assessmentEvaluations).values({ id: newUnorderedId(), microcredentialId, answers }).run();
    releaseWaiting(tx, microcredentialId);
    return ok(null);
  });
}

/** Releases the answers that wait once they are five: all of them together (T6). */
function releaseWaiting(tx: Transaction, microcredentialId: string): void {
  const ofThis = eq(assessmentEvaluations.microcredentialId, microcredentialId);
  const waiting = and(ofThis, isNull(assessmentEvaluations.batch));
  if (!completesBatch(countOf(tx.select({ count: count() }).from(assessmentEvaluations).where(waiting)))) return;
  const { last } = aggregateOf(
    tx
      .select({ last: max(assessmentEvaluations.batch) })
      .from(assessmentEvaluations)
      .where(ofThis),
  );
  tx.update(assessmentEvaluations)
    .set({ batch: (last ?? 0) + 1 })
    .where(waiting)
    .run();
}

/** What candidates made of how they were judged, whole batches only, for who coordinates it. The caller has checked the right to it. */
export function summarizeFeedback(ctx: ScopedContext, microcredentialId: string) {
  const ofThis = eq(assessmentEvaluations.microcredentialId, microcredentialId);
  const batches = ctx.db
    .select({ batch: assessmentEvaluations.batch })
    .from(assessmentEvaluations)
    .where(and(ofThis, isNotNull(assessmentEvaluations.batch)))
    .groupBy(assessmentEvaluations.batch)
    .having(gte(count(), BATCH_SIZE))
    .all()
    .flatMap(({ batch }) => batch ?? []);
  const responses = ctx.db
    .select({ answers: assessmentEvaluations.answers })
    .from(assessmentEvaluations)
    .where(and(ofThis, inArray(assessmentEvaluations.batch, batches)))
    .orderBy(asc(assessmentEvaluations.id))
    .all()
    .map(({ answers }) => answers);
  const detail = { rows: responses.length };
  recordReading(ctx, { action: "assessment.evaluation-read", subjectId: microcredentialId, personIds: [], detail });
  return { count: responses.length, questions: summarize(ASSESSMENT_QUESTIONS, responses) };
}
