import { asc, eq, max } from "drizzle-orm";
import { sessions } from "#drizzle/schema/catalog";
import { sessionSteps } from "#drizzle/schema/online/steps";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { aggregateOf } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";
import { addWallDays, dateOf, daysBetween, toWallTime } from "~/platform/time/time-zone";
import type { StepContent } from "./step";
import { emptyStepDraft } from "./step-draft";

export type Step = typeof sessionSteps.$inferSelect;

/** The whole steps of an offering in their order, session by session. For staff: they hold what a quiz asks. */
export function listWholeSteps(db: Reader, offeringId: string): Step[] {
  return db
    .select({ step: sessionSteps })
    .from(sessionSteps)
    .innerJoin(sessions, eq(sessions.id, sessionSteps.sessionId))
    .where(eq(sessions.offeringId, offeringId))
    .orderBy(asc(sessions.startsAt), asc(sessionSteps.position), asc(sessionSteps.id))
    .all()
    .map(({ step }) => step);
}

/** The steps of one session in their order. */
export function listStepsOf(db: Reader, sessionId: string): Step[] {
  const { position, id } = sessionSteps;
  return db
    .select()
    .from(sessionSteps)
    .where(eq(sessionSteps.sessionId, sessionId))
    .orderBy(asc(position), asc(id))
    .all();
}

/** Adds a step at the end of its session. */
export function insertStep(
  tx: Transaction,
  ctx: ActorContext,
  sessionId: string,
  step: StepContent & { minutes: number },
): string {
  const of = eq(sessionSteps.sessionId, sessionId);
  const { last } = aggregateOf(
    tx
      .select({ last: max(sessionSteps.position) })
      .from(sessionSteps)
      .where(of),
  );
  const id = newId();
  const changed = { changedAt: ctx.now, changedBy: ctx.actor.personId };
  tx.insert(sessionSteps)
    .values({ id, sessionId, position: (last ?? 0) + 1, ...step, ...changed })
    .run();
  return id;
}

/** Changes some columns of a step, and says who did. */
export function writeStep(tx: Transaction, ctx: ActorContext, id: string, values: Partial<Step>): void {
  const changed = { changedAt: ctx.now, changedBy: ctx.actor.personId };
  tx.update(sessionSteps)
    .set({ ...values, ...changed })
    .where(eq(sessionSteps.id, id))
    .run();
}

/** Takes a step out; the caller has seen to it that nobody has worked on it. */
export function deleteStep(tx: Transaction, id: string): void {
  tx.delete(sessionSteps).where(eq(sessionSteps.id, id)).run();
}

/**
 * Gives an offering the steps of another: those of its first session on people's own time to its first, and so on. Their
 * dates keep their distance to the session's opening in wall time (H5).
 */
export function copySteps(tx: Transaction, ctx: ActorContext, fromId: string, toId: string): void {
  const own = (offeringId: string) =>
    tx
      .select()
      .from(sessions)
      .where(eq(sessions.offeringId, offeringId))
      .orderBy(asc(sessions.startsAt))
      .all()
      .filter(({ ownMinutes }) => ownMinutes !== null);
  const [originals, copies] = [own(fromId), own(toId)];
  const steps = listWholeSteps(tx, fromId);
  const titles: string[] = [];
  for (const [index, to] of copies.entries()) {
    const from = originals[index];
    if (!from) break;
    const move = (at: number | null) => (at === null ? null : moveMoment(at, from, to));
    for (const { id: _id, position: _position, sessionId, ...step } of steps) {
      if (sessionId !== from.id) continue;
      insertStep(tx, ctx, to.id, { ...step, opensAt: move(step.opensAt), dueAt: move(step.dueAt) });
      titles.push(step.title);
    }
  }
  if (titles.length === 0) return;
  recordAudit(tx, ctx, { action: "step.copied", subjectId: toId, detail: { from: fromId, titles } });
}

type CopiedSession = typeof sessions.$inferSelect;

/** A moment of one session as the same moment of another, never outside of it. */
function moveMoment(at: number, from: CopiedSession, to: CopiedSession): number {
  const days = daysBetween(dateOf(from.startsAt, from.timeZone), dateOf(to.startsAt, to.timeZone));
  return Math.min(Math.max(addWallDays(at, days, to.timeZone), to.startsAt), to.endsAt);
}

/** What the form of a step shows, all text. */
export function toStepDraft(step: Step, timeZone: string) {
  const wall = (at: number | null) => (at === null ? "" : toWallTime(at, timeZone));
  return {
    ...emptyStepDraft(step.kind),
    title: step.title,
    instructions: step.instructions ?? "",
    minutes: String(step.minutes),
    opensAt: wall(step.opensAt),
    dueAt: wall(step.dueAt),
    link: step.link ?? "",
    leastWords: step.leastWords === null ? "" : String(step.leastWords),
    isRead: step.isRead ? "on" : "",
    passingScore: step.passingScore === null ? "" : String(step.passingScore),
    mostAttempts: step.mostAttempts === null ? "" : String(step.mostAttempts),
    questions: (step.questions ?? []).map(({ text, answers, right, why }) => ({
      text,
      answers: [...answers],
      right: String(right),
      why: why ?? "",
    })),
  };
}

export type StepDraft = ReturnType<typeof toStepDraft>;
