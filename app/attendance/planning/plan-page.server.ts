import { and, count, countDistinct, eq, inArray } from "drizzle-orm";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { reflections } from "#drizzle/schema/online/steps";
import { findMyOffering, findMyOwnTime } from "~/attendance/attendance-right.server";
import { standing } from "~/attendance/marks/mark-rows.server";
import { getCourse } from "~/catalog/courses/course.server";
import { listSessions } from "~/catalog/offerings/offering-parts.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import { balanceMinutes } from "~/catalog/steps/step";
import { toStepDraft } from "~/catalog/steps/step.server";
import { findLastChange } from "~/people/persons/last-change.server";
import { hasGrant } from "~/people/roles/permission.server";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { findMyStep, hasWork } from "~/attendance/steps/step-access.server";
import { NO_STEP } from "~/attendance/steps/step-refusal";

/**
 * The steps of an offering's sessions on people's own time, with how far people have come.
 * @throws Response 404 when the offering is not the actor's
 */
export function getStepsPlan(ctx: ActorContext, offeringId: string) {
  const offering = findMyOffering(ctx.db, ctx, offeringId);
  if (!offering) throw notFound();
  const own = listSessions(ctx.db, offering.id).filter(({ ownMinutes }) => ownMinutes !== null);
  const ids = own.flatMap(({ steps }) => steps.map(({ id }) => id));
  const done = countDone(ctx.db, ids);
  const waiting = countWaiting(ctx.db, ids);
  return {
    ...aroundOf(ctx, offering),
    approved: isApproved(offering),
    sessions: own.map(({ id, startsAt, endsAt, timeZone, topic, ownMinutes, steps }) => ({
      ...{ id, startsAt, endsAt, timeZone, topic },
      own: ownMinutes ?? 0,
      over: ctx.now > endsAt || offering.state === "cancelled",
      balance: balanceMinutes(steps, ownMinutes ?? 0),
      steps: steps.map((step) => ({ ...step, done: done.get(step.id) ?? 0, waiting: waiting.get(step.id) ?? 0 })),
    })),
  };
}

export type StepsPlan = ReturnType<typeof getStepsPlan>;

/**
 * The session for which a step is to be made.
 * @throws Response 404 when it is not the actor's, or no session on people's own time
 */
export function getNewStepPage(ctx: ActorContext, offeringId: string, sessionId: string) {
  const found = findMyOwnTime(ctx.db, ctx, sessionId);
  if (found?.offering.id !== offeringId) throw notFound();
  const { session, offering } = found;
  return { ...aroundOf(ctx, offering), session: timesOf(session), approved: isApproved(offering) };
}

/**
 * A step as it is planned, for the form that changes it.
 * @throws Response 404 when it is not the actor's
 */
export function getStepPage(ctx: ActorContext, stepId: string) {
  const found = findMyStep(ctx.db, ctx, stepId);
  if (!found) throw new Response(NO_STEP, { status: 404 });
  const { step, session, offering } = found;
  return {
    ...aroundOf(ctx, offering),
    session: timesOf(session),
    approved: isApproved(offering),
    over: ctx.now > session.endsAt || offering.state === "cancelled",
    step: { id: step.id, kind: step.kind, title: step.title, minutes: step.minutes },
    draft: toStepDraft(step, session.timeZone),
    hasWork: hasWork(ctx.db, step.id),
  };
}

/** What stands of a step now, and who changed it last, for a form that was opened before. */
export function findStepVersion(db: Reader, ctx: ActorContext, stepId: string) {
  const found = findMyStep(db, ctx, stepId);
  if (!found) return null;
  const { step, session, offering } = found;
  return { draft: toStepDraft(step, session.timeZone), change: () => findLastChange(db, offering.id) };
}

function aroundOf(ctx: ActorContext, offering: Offering) {
  return {
    offeringId: offering.id,
    title: getCourse(ctx.db, offering.courseId).title,
    back: hasGrant(ctx, "coordinator", offering.providerId)
      ? { label: "Offering", to: `/coordinator/offerings/${offering.id}` }
      : { label: "Attendance", to: `/facilitator/offerings/${offering.id}` },
  };
}

const isApproved = ({ state }: Offering): boolean => state === "approved" || state === "published";

const timesOf = ({
  id,
  startsAt,
  endsAt,
  timeZone,
}: {
  id: string;
  startsAt: number;
  endsAt: number;
  timeZone: string;
}) => ({
  ...{ id, startsAt, endsAt, timeZone },
});

function countDone(db: Reader, stepIds: readonly string[]): Map<string | null, number> {
  const { stepId, kind, personId } = attendanceMarks;
  const rows = db
    .select({ stepId, people: countDistinct(personId) })
    .from(attendanceMarks)
    .where(and(inArray(stepId, [...stepIds]), eq(kind, "done"), standing))
    .groupBy(stepId)
    .all();
  return new Map(rows.map((row) => [row.stepId, row.people]));
}

function countWaiting(db: Reader, stepIds: readonly string[]): Map<string, number> {
  const { stepId, state } = reflections;
  const rows = db
    .select({ stepId, waiting: count() })
    .from(reflections)
    .where(and(inArray(stepId, [...stepIds]), eq(state, "waiting")))
    .groupBy(stepId)
    .all();
  return new Map(rows.map((row) => [row.stepId, row.waiting]));
}
