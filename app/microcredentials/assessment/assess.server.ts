import { randomInt } from "node:crypto";
import { and, eq, isNull, lte, not, sql } from "drizzle-orm";
import { auditEntries } from "#drizzle/schema/platform";
import { assessments, assessmentScores, portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { giveAward } from "~/microcredentials/awards/award.server";
import { getMicrocredential, getVersion, type Version } from "~/microcredentials/definitions/definition.server";
import { tellNotYet } from "~/microcredentials/portfolios/portfolio-message.server";
import {
  listSubmissions,
  moveTo,
  type Portfolio,
  type Submission,
} from "~/microcredentials/portfolios/portfolio.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { eachDue } from "~/platform/jobs/each-due.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { checkScores, type ScoreInput, type Verdict } from "./assessment";
import type { AssessmentRefusal } from "./refusal";
import { type Assessment, getSubmission, listAssessments, verdictOn } from "./submission-verdict.server";

/** The reading by which an assessor is known to be at it. */
const PORTFOLIO_READ = "portfolio.read";

/** After so long without a sign of its assessor, a place is free again. */
export const IDLE_MS = 3 * 86_400_000;

type Done = Outcome<{ id: string }, AssessmentRefusal>;

/** A submission of the actor's providers that waits for somebody; null for any other. */
export function findOpenSubmission(db: Reader, ctx: ScopedContext, submissionId: string) {
  const submission = db.select().from(submissions).where(eq(submissions.id, submissionId)).get();
  const portfolio = submission && db.select().from(portfolios).where(eq(portfolios.id, submission.portfolioId)).get();
  if (!submission || !portfolio || !["submitted", "in-review"].includes(portfolio.status)) return null;
  const microcredential = getMicrocredential(db, portfolio.microcredentialId);
  if (!ctx.scopeIds.includes(microcredential.providerId)) return null;
  if (listSubmissions(db, portfolio.id)[0]?.id !== submissionId) return null;
  return { submission, portfolio, microcredential, version: getVersion(db, portfolio.versionId) };
}

/** Takes the free place of a submission; two never hold the same, whatever the number of processes (M1). */
export function takeSubmission(ctx: ScopedContext, submissionId: string): Done {
  return inTransaction(ctx.db, (tx) => {
    const open = findOpenSubmission(tx, ctx, submissionId);
    if (!open) return refuse("unknown-submission");
    const { submission, portfolio, version } = open;
    const assessorId = ctx.actor.personId;
    if (portfolio.personId === assessorId) return refuse("own-portfolio");
    const held = listAssessments(tx, submissionId);
    if (held.some((each) => each.assessorId === assessorId)) return refuse("judged-already");
    const verdict = verdictOn(tx, submission, version.definition);
    if (verdict.kind !== "judge") return refuse("nothing-to-judge");
    if (held.some(({ place }) => place === verdict.place)) return refuse("taken");
    const id = newId();
    const { place, criteria } = verdict;
    tx.insert(assessments).values({ id, submissionId, assessorId, place, criteria, claimedAt: ctx.now }).run();
    if (portfolio.status === "submitted") moveTo(tx, ctx, portfolio, "in-review");
    record(tx, ctx, "assessment.taken", id, portfolio, { place });
    return ok({ id });
  });
}

/** Gives a place back to the queue: a conflict of interest, no time, or an author who was recognised. */
export function handBack(ctx: ScopedContext, assessmentId: string, reason: string): Done {
  return inTransaction(ctx.db, (tx) => {
    const held = findHeld(tx, ctx, assessmentId);
    if (!held) return refuse("unknown-assessment");
    release(tx, ctx, held.assessment, reason);
    record(tx, ctx, "assessment.handed-back", assessmentId, held.portfolio, { reason });
    return ok({ id: assessmentId });
  });
}

/**
 * Hands scores in. What follows is decided at once: somebody else is needed, it is awarded, or only what is not yet demonstrated
 * opens again. Whether a second assessor reads it is drawn now, so that nobody could foresee it.
 */
export function scoreSubmission(
  ctx: ScopedContext,
  {
    assessmentId,
    scores,
    draw = randomInt,
  }: { assessmentId: string; scores: ScoreInput[]; draw?: (below: number) => number },
): Outcome<{ id: string; verdict: Verdict }, AssessmentRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const held = findHeld(tx, ctx, assessmentId);
    if (!held) return refuse("unknown-assessment");
    const { assessment, submission, portfolio, version } = held;
    const checked = checkScores(assessment.criteria, scores);
    if (!checked.ok) return checked;
    tx.insert(assessmentScores)
      .values(checked.value.map((score) => ({ assessmentId, ...score })))
      .run();
    tx.update(assessments).set({ scoredAt: ctx.now }).where(eq(assessments.id, assessmentId)).run();
    const drawn =
      assessment.place === "first" && submission.needsSecond === null
        ? drawSecond(tx, submission, version, draw)
        : submission;
    const verdict = verdictOn(tx, drawn, version.definition);
    record(tx, ctx, "assessment.scored", assessmentId, portfolio, { place: assessment.place });
    if (verdict.kind === "decided") finish(tx, ctx, drawn, portfolio, version, verdict);
    return ok({ id: assessmentId, verdict });
  });
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
        if (!row) return 0;
        release(tx, ctx, row, "idle");
        const { portfolioId } = getSubmission(tx, row.submissionId);
        recordAudit(tx, ctx, { action: "assessment.released", subjectId: id, detail: { portfolioId } });
        return 1;
      }),
  });
}

/** Held for three days, in which its assessor has not looked at it either. */
function isIdle(now: number) {
  const since = now - IDLE_MS;
  const looked = sql`exists (select 1 from ${auditEntries} join ${submissions} on ${submissions.id} = ${assessments.submissionId}
    where ${auditEntries.subjectId} = ${submissions.portfolioId} and ${auditEntries.actorId} = ${assessments.assessorId}
    and ${auditEntries.action} = ${PORTFOLIO_READ} and ${auditEntries.at} > ${since})`;
  return and(
    isNull(assessments.releasedAt),
    isNull(assessments.scoredAt),
    lte(assessments.claimedAt, since),
    not(looked),
  );
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

function drawSecond(
  tx: Transaction,
  submission: Submission,
  { definition }: Version,
  draw: (below: number) => number,
): Submission {
  const needsSecond = draw(definition.secondEvery) === 0;
  tx.update(submissions).set({ needsSecond }).where(eq(submissions.id, submission.id)).run();
  return { ...submission, needsSecond };
}

function finish(
  tx: Transaction,
  ctx: ScopedContext,
  submission: Submission,
  portfolio: Portfolio,
  version: Version,
  { levels, isDemonstrated }: Extract<Verdict, { kind: "decided" }>,
): void {
  const demonstrated = Object.keys(levels).filter((key) => levels[key] === "demonstrated");
  tx.update(submissions).set({ demonstrated, decidedAt: ctx.now }).where(eq(submissions.id, submission.id)).run();
  const decided = { decidedAt: ctx.now, promisedAt: null };
  // It may have been taken back to the queue by the last release; what was decided stands either way.
  const standing = rowOf(tx.select().from(portfolios).where(eq(portfolios.id, portfolio.id)), portfolio.id);
  if (isDemonstrated) {
    moveTo(tx, ctx, standing, "awarded", decided);
    giveAward(tx, ctx, { portfolio: standing, version });
  } else {
    moveTo(tx, ctx, standing, "not-yet", decided);
    const open = version.definition.criteria.filter(({ key }) => !demonstrated.includes(key));
    tellNotYet(
      tx,
      ctx,
      standing,
      open.map(({ title }) => title),
      submission.round,
    );
  }
}

function release(tx: Transaction, ctx: Context, assessment: Assessment, because: string): void {
  tx.update(assessments)
    .set({ releasedAt: ctx.now, releasedBecause: because })
    .where(eq(assessments.id, assessment.id))
    .run();
  const submission = getSubmission(tx, assessment.submissionId);
  const others = listAssessments(tx, submission.id);
  const portfolio = rowOf(tx.select().from(portfolios).where(eq(portfolios.id, submission.portfolioId)), "portfolio");
  // Nobody has read it: its author can take it back again.
  if (others.length === 0 && portfolio.status === "in-review") moveTo(tx, ctx, portfolio, "submitted");
}

function record(
  tx: Transaction,
  ctx: ScopedContext,
  action: string,
  subjectId: string,
  { id, personId }: Portfolio,
  detail: Record<string, unknown>,
): void {
  recordAudit(tx, ctx, { action, subjectId, personId, detail: { portfolioId: id, ...detail } });
}
