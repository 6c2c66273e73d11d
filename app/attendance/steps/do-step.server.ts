import { and, count, desc, eq } from "drizzle-orm";
import { quizAttempts, reflectionDrafts, reflections } from "#drizzle/schema/online/steps";
import { STEP_LIMITS } from "~/catalog/steps/step";
import type { Step } from "~/catalog/steps/step.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { type FoundStep, findOwnStep } from "./step-access.server";
import { findDone, markDone, voidDone } from "./step-marks.server";
import type { StepRefusal } from "./step-refusal";
import { attemptsLeft, countWords, isAnswered, judgeReflection, scoreQuiz, stepWindowAt } from "./step-rules";

type Done<Value = null> = Outcome<Value, StepRefusal>;

/** A step that the actor can work on now: they hold a seat, and its session is open. */
function requireOpen(tx: Transaction, ctx: ActorContext, stepId: string, kind: Step["kind"]): Done<FoundStep> {
  const found = findOwnStep(tx, ctx, stepId);
  if (!found || found.step.kind !== kind) return refuse("unknown-step");
  if (found.offering.state === "cancelled") return refuse("cancelled");
  if (found.registration.status !== "registered") return refuse("no-seat");
  const window = stepWindowAt(found.step, found.session, ctx.now);
  return window === "not-yet" || window === "over" ? refuse(window) : ok(found);
}

/** The actor says that they did what a link leads to. Opening the link says nothing (R5); saying it twice says it once. */
export function completeLink(ctx: ActorContext, stepId: string): Done {
  return inTransaction(ctx.db, (tx) => {
    const found = requireOpen(tx, ctx, stepId, "link");
    if (!found.ok) return found;
    markDone(tx, ctx, found.value.step, { personId: ctx.actor.personId, at: ctx.now });
    return ok(null);
  });
}

/** Takes back what the actor said of a link, while its session is open. */
export function takeBackLink(ctx: ActorContext, stepId: string): Done {
  return inTransaction(ctx.db, (tx) => {
    const found = requireOpen(tx, ctx, stepId, "link");
    if (!found.ok) return found;
    const { step } = found.value;
    const { personId } = ctx.actor;
    if (findDone(tx, step.id, personId)?.recordedBy !== personId) return refuse("not-done");
    voidDone(tx, ctx, step, personId, "taken back by the person");
    return ok(null);
  });
}

interface Written {
  stepId: string;
  text: string;
  /** Which saved text the form was opened with: `draftBase`. */
  base?: string | undefined;
}

/** By which a saved text is known: when it was saved. */
export const draftBase = (draft: { savedAt: number } | null): string => String(draft?.savedAt ?? "none");

/**
 * Keeps what the actor has written so far. Refused where another page of theirs has saved another text meanwhile.
 * Returns the version of what is saved.
 */
export function saveReflection(ctx: ActorContext, { stepId, text, base }: Written): Done<{ base: string }> {
  return inTransaction(ctx.db, (tx) => {
    const found = findOwnStep(tx, ctx, stepId);
    if (found?.step.kind !== "reflection") return refuse("unknown-step");
    if (text.length > STEP_LIMITS.reflection) return refuse("too-long", { most: STEP_LIMITS.reflection });
    const mine = and(eq(reflectionDrafts.stepId, stepId), eq(reflectionDrafts.personId, ctx.actor.personId));
    const before = tx.select().from(reflectionDrafts).where(mine).get() ?? null;
    if (base !== undefined && base !== draftBase(before) && before && before.text !== text)
      return refuse("draft-changed");
    const draft = { stepId, personId: ctx.actor.personId, text, savedAt: ctx.now };
    tx.insert(reflectionDrafts)
      .values(draft)
      .onConflictDoUpdate({ target: [reflectionDrafts.stepId, reflectionDrafts.personId], set: draft })
      .run();
    return ok({ base: draftBase(draft) });
  });
}

/**
 * Hands a reflection in as a new version. It completes the step at once or, where somebody reads it first, when they accept
 * it. The same text twice is one version.
 */
export function handInReflection(ctx: ActorContext, { stepId, text }: { stepId: string; text: string }): Done {
  return inTransaction(ctx.db, (tx) => {
    const found = requireOpen(tx, ctx, stepId, "reflection");
    if (!found.ok) return found;
    const { step, offering } = found.value;
    const { personId } = ctx.actor;
    const newest = findNewestReflection(tx, stepId, personId);
    if (newest?.text === text && newest.state !== "returned") return ok(null);
    if (newest?.state === "waiting") return refuse("waits-for-reading");
    if (findDone(tx, stepId, personId)) return refuse("done-already");
    const words = countWords(text);
    const length = judgeReflection(text, step.leastWords);
    if (length === "too-long") return refuse("too-long", { most: STEP_LIMITS.reflection });
    if (length === "too-short") return refuse("too-short", { words, least: step.leastWords ?? 1 });
    const number = (newest?.number ?? 0) + 1;
    const state = step.isRead ? "waiting" : "accepted";
    tx.insert(reflections)
      .values({ id: newId(), stepId, personId, number, text, words, handedInAt: ctx.now, state })
      .run();
    const draft = and(eq(reflectionDrafts.stepId, stepId), eq(reflectionDrafts.personId, personId));
    tx.delete(reflectionDrafts).where(draft).run();
    const detail = { title: step.title, number, words };
    recordAudit(tx, ctx, { action: "step.handed-in", subjectId: offering.id, personId, detail });
    if (!step.isRead) markDone(tx, ctx, step, { personId, at: ctx.now });
    return ok(null);
  });
}

interface Taken {
  stepId: string;
  /** The index of the chosen answer for each question; undefined where none was chosen. */
  answers: readonly (number | undefined)[];
  /** When the step that was answered was last changed: the questions of another version are not these. */
  version: number;
}

/** The actor takes a quiz. It is scored here; enough right answers complete the step. */
export function takeQuiz(ctx: ActorContext, { stepId, answers, version }: Taken): Done<{ passed: boolean }> {
  return inTransaction(ctx.db, (tx) => {
    const found = requireOpen(tx, ctx, stepId, "quiz");
    if (!found.ok) return found;
    const { step, offering } = found.value;
    const { personId } = ctx.actor;
    if (findDone(tx, stepId, personId)) return refuse("passed-already");
    const taken = countAttempts(tx, stepId, personId);
    if (attemptsLeft(step.mostAttempts, taken) === 0) return refuse("no-attempts");
    if (version !== step.changedAt) return refuse("step-changed");
    const questions = step.questions ?? [];
    if (!isAnswered(questions, answers)) return refuse("not-answered");
    const chosen = answers.map((answer) => answer!);
    const passingScore = step.passingScore ?? questions.length;
    const { right, passed } = scoreQuiz(questions, chosen, passingScore);
    const attempt = { stepId, personId, number: taken + 1, questions, answers: chosen, right, passingScore };
    tx.insert(quizAttempts)
      .values({ id: newId(), ...attempt, takenAt: ctx.now })
      .run();
    const detail = { title: step.title, number: taken + 1, right, of: questions.length, passed };
    recordAudit(tx, ctx, { action: "step.quiz-taken", subjectId: offering.id, personId, detail });
    if (passed) markDone(tx, ctx, step, { personId, at: ctx.now });
    return ok({ passed });
  });
}

/** The newest version of a person's reflection; null where they have handed none in. */
export function findNewestReflection(db: Reader, stepId: string, personId: string) {
  return (
    db
      .select()
      .from(reflections)
      .where(and(eq(reflections.stepId, stepId), eq(reflections.personId, personId)))
      .orderBy(desc(reflections.number))
      .limit(1)
      .get() ?? null
  );
}

function countAttempts(db: Reader, stepId: string, personId: string): number {
  const mine = and(eq(quizAttempts.stepId, stepId), eq(quizAttempts.personId, personId));
  return countOf(db.select({ count: count() }).from(quizAttempts).where(mine));
}
