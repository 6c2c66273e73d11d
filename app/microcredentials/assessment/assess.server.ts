import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import { assessments, assessmentScores, portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { giveAward } from "~/microcredentials/awards/award.server";
import type { Version } from "~/microcredentials/definitions/definition.server";
import { tellBeingRead, tellNotYet } from "~/microcredentials/portfolios/portfolio-message.server";
import { moveTo, type Portfolio, type Submission } from "~/microcredentials/portfolios/portfolio.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { checkScores, type ScoreInput, type Verdict } from "./assessment";
import { conflictsWith } from "./conflict.server";
import { type HandBackReason, isLasting, wordsOfHandBack } from "./hand-back";
import { findHeld, findOpenSubmission, isRecused } from "./open-submission.server";
import type { AssessmentRefusal } from "./refusal";
import { release } from "./release.server";
import { insertSecondRequest, isSecondAsked } from "./second-request.server";
import { listAssessments, verdictOn } from "./submission-verdict.server";

type Done = Outcome<{ id: string }, AssessmentRefusal>;

/**
 * Takes the free place of a submission; two never hold the same, whatever the number of processes (M1). Whoever takes it says
 * first that they know of no conflict; in blind mode, where they cannot know, what flags itself decides.
 */
export function takeSubmission(
  ctx: ScopedContext,
  { submissionId, knowsNoConflict }: { submissionId: string; knowsNoConflict: boolean },
): Done {
  return inTransaction(ctx.db, (tx) => {
    const open = findOpenSubmission(tx, ctx, submissionId);
    if (!open) return refuse("unknown-submission");
    const { submission, portfolio, version } = open;
    const assessorId = ctx.actor.personId;
    if (portfolio.personId === assessorId) return refuse("own-portfolio");
    if (isRecused(tx, ctx, portfolio.id)) return refuse("recused");
    const conflicts = conflictsWith(tx, assessorId, [portfolio.personId], ctx.now)(portfolio.personId);
    const { blind } = version.definition;
    if (blind && conflicts.length > 0) return refuse("conflict");
    if (!blind && !knowsNoConflict) return refuse("conflict-not-answered");
    const held = listAssessments(tx, submissionId);
    if (held.some((each) => each.assessorId === assessorId)) return refuse("judged-already");
    const verdict = verdictOn(tx, submission, version.definition);
    if (verdict.kind !== "judge") return refuse("nothing-to-judge");
    if (held.some(({ place }) => place === verdict.place)) return refuse("taken");
    const id = newId();
    const { place, criteria } = verdict;
    tx.insert(assessments).values({ id, submissionId, assessorId, place, criteria, claimedAt: ctx.now }).run();
    if (portfolio.status === "submitted") moveTo(tx, ctx, portfolio, "in-review");
    tellBeingRead(tx, ctx, portfolio, submission.round);
    record(tx, ctx, "assessment.taken", id, portfolio, { place, flagged: conflicts.map(({ kind }) => kind) });
    return ok({ id });
  });
}

/** Gives a place back to the queue. Whoever knows the author or has another conflict does not get the portfolio again. */
export function handBack(
  ctx: ScopedContext,
  { assessmentId, reason, words }: { assessmentId: string; reason: HandBackReason; words: string },
): Done {
  return inTransaction(ctx.db, (tx) => {
    const held = findHeld(tx, ctx, assessmentId);
    if (!held) return refuse("unknown-assessment");
    const because = wordsOfHandBack(reason, words);
    release(tx, ctx, held.assessment, { because, isRecused: isLasting(reason) });
    record(tx, ctx, "assessment.handed-back", assessmentId, held.portfolio, { reason: because });
    return ok({ id: assessmentId });
  });
}

interface ScoresInput {
  assessmentId: string;
  scores: ScoreInput[];
  /** Why the first assessor asks for a second one; null where they do not. */
  second?: string | null;
  draw?: (below: number) => number;
}

/**
 * Hands scores in. What follows is decided at once: somebody else is needed, it is awarded, or only what is not yet demonstrated
 * opens again. Whether a second assessor reads it is drawn now, so that nobody could foresee it; the first can ask for one, too.
 */
export function scoreSubmission(
  ctx: ScopedContext,
  { assessmentId, scores, second = null, draw = randomInt }: ScoresInput,
): Outcome<{ id: string; verdict: Verdict }, AssessmentRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const held = findHeld(tx, ctx, assessmentId);
    if (!held) return refuse("unknown-assessment");
    const { assessment, submission, portfolio, version } = held;
    const isFirst = assessment.place === "first";
    const checked = checkScores(assessment.criteria, scores);
    if (!checked.ok) return checked;
    tx.insert(assessmentScores)
      .values(checked.value.map((score) => ({ assessmentId, ...score })))
      .run();
    tx.update(assessments).set({ scoredAt: ctx.now }).where(eq(assessments.id, assessmentId)).run();
    if (isFirst && second !== null && !isSecondAsked(tx, submission.id)) insertSecondRequest(tx, ctx, held, second);
    const drawn = isFirst && submission.needsSecond === null ? drawSecond(tx, submission, version, draw) : submission;
    const verdict = verdictOn(tx, drawn, version.definition);
    record(tx, ctx, "assessment.scored", assessmentId, portfolio, { place: assessment.place });
    if (verdict.kind === "decided") finish(tx, ctx, drawn, portfolio, version, verdict);
    return ok({ id: assessmentId, verdict });
  });
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
