import { and, count, eq } from "drizzle-orm";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { offerings, sessions } from "#drizzle/schema/catalog";
import { quizAttempts, reflectionDrafts, reflections, sessionSteps } from "#drizzle/schema/online/steps";
import { registrations } from "#drizzle/schema/registration";
import { myOfferings } from "~/attendance/attendance-right.server";
import type { Session } from "~/catalog/offerings/offering-parts.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import type { Step } from "~/catalog/steps/step.server";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";

/** A step with what it belongs to. */
export interface FoundStep {
  step: Step;
  session: Session;
  offering: Offering;
}

const whole = { step: sessionSteps, session: sessions, offering: offerings };

/** A step of an offering whose attendance the actor may take; null for any other. */
export function findMyStep(db: Reader, ctx: ActorContext, stepId: string): FoundStep | null {
  return (
    db
      .select(whole)
      .from(sessionSteps)
      .innerJoin(sessions, eq(sessions.id, sessionSteps.sessionId))
      .innerJoin(offerings, eq(offerings.id, sessions.offeringId))
      .where(and(eq(sessionSteps.id, stepId), myOfferings(ctx)))
      .get() ?? null
  );
}

/** A step of an offering for which the actor is, or was, registered, with that registration; null for any other. */
export function findOwnStep(db: Reader, ctx: ActorContext, stepId: string) {
  const { id, status } = registrations;
  const rows = db
    .select({ ...whole, registration: { id, status } })
    .from(sessionSteps)
    .innerJoin(sessions, eq(sessions.id, sessionSteps.sessionId))
    .innerJoin(offerings, eq(offerings.id, sessions.offeringId))
    .innerJoin(registrations, eq(registrations.offeringId, offerings.id))
    .where(and(eq(sessionSteps.id, stepId), eq(registrations.personId, ctx.actor.personId)))
    .orderBy(registrations.id)
    .all();
  return rows.at(-1) ?? null;
}

/** Whether anybody has done, begun or written something for a step, even if it was taken back. */
export function hasWork(db: Reader, stepId: string): boolean {
  const tables = [attendanceMarks, reflections, quizAttempts, reflectionDrafts];
  return tables.some((table) => countOf(db.select({ count: count() }).from(table).where(eq(table.stepId, stepId))) > 0);
}
