import { and, desc, eq, gt, inArray } from "drizzle-orm";
import { approvalDecisions, planChanges } from "#drizzle/schema/approval";
import { offerings } from "#drizzle/schema/catalog";
import { persons } from "#drizzle/schema/people";
import { type Course, getCourse } from "~/catalog/courses/course.server";
import { listDesignations, listInstructors, listSessions } from "~/catalog/offerings/offering-parts.server";
import { describeStep } from "~/catalog/steps/step";
import { listWholeSteps } from "~/catalog/steps/step.server";
import { getOffering, type Offering } from "~/catalog/offerings/offering.server";
import { displayNameOf, type PersonName } from "~/people/persons/name";
import type { ActorContext } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { type ApprovedPlan, comparePlans, type PlanPart, uncoveredParts } from "./approved-plan";

/** What a committee would read of an offering as it stands now (A1). */
export function readPlan(db: Reader, offering: Offering): ApprovedPlan {
  const { title, objectives, standards } = getCourse(db, offering.courseId);
  return {
    title,
    objectives,
    standards,
    modality: offering.modality,
    place: [offering.place, offering.address].filter(Boolean).join(", "),
    sessions: listSessions(db, offering.id).map(({ startsAt, endsAt, timeZone, topic, place, ownMinutes, pauses }) => ({
      startsAt,
      endsAt,
      timeZone,
      topic,
      place,
      ...(ownMinutes !== null && { ownMinutes }),
      pauses: pauses.map((pause) => ({ kind: pause.kind, startsAt: pause.startsAt, endsAt: pause.endsAt })),
    })),
    steps: listWholeSteps(db, offering.id).map(describeStep),
    instructors: listInstructors(db, offering.id).map(({ name, qualifications }) => ({ name, qualifications })),
    designations: listDesignations(db, offering.id),
  };
}

/**
 * Keeps what became different of an approved offering's plan, with who, when and why (D1). Call it in the transaction of
 * every change of an offering, after it, with the plan as it was before. Refused where there is no reason to keep.
 */
export function keepPlanChange(
  tx: Transaction,
  ctx: ActorContext,
  offeringId: string,
  before: ApprovedPlan,
  reason: string | undefined,
): Outcome<null, "no-reason"> {
  const offering = getOffering(tx, offeringId);
  if (!isApproved(offering)) return ok(null);
  const changes = comparePlans(before, readPlan(tx, offering));
  if (changes.length === 0) return ok(null);
  if (!reason) return refuse("no-reason");
  tx.insert(planChanges)
    .values({ id: newId(), offeringId, changedAt: ctx.now, changedBy: ctx.actor.personId, reason, changes })
    .run();
  return ok(null);
}

/** Plans of a course's offerings that are approved and not over: what a change of the course changes, too. */
export function readPlansOfCourse(tx: Reader, now: number, courseId: string): { id: string; plan: ApprovedPlan }[] {
  return listApprovedOfferings(tx, now, courseId).map((offering) => ({
    id: offering.id,
    plan: readPlan(tx, offering),
  }));
}

/** How many offerings of a course rest on an approval and are not over. */
export const countApprovedOfferings = (db: Reader, now: number, course: Course): number =>
  listApprovedOfferings(db, now, course.id).length;

/** What the committee decided about an offering, oldest first (A5), with the name of who recorded it. */
export function listDecisions(db: Reader, offeringId: string, nameOf: (person: PersonName) => string = displayNameOf) {
  return db
    .select({ decision: approvalDecisions, person: persons })
    .from(approvalDecisions)
    .innerJoin(persons, eq(persons.id, approvalDecisions.decidedBy))
    .where(eq(approvalDecisions.offeringId, offeringId))
    .orderBy(approvalDecisions.id)
    .all()
    .map(({ decision, person }) => ({ ...decision, recordedBy: nameOf(person) }));
}

/** Later changes of an approved offering's plan, oldest first, with the name of who made them. */
export function listPlanChanges(
  db: Reader,
  offeringId: string,
  nameOf: (person: PersonName) => string = displayNameOf,
) {
  return db
    .select({ change: planChanges, person: persons })
    .from(planChanges)
    .innerJoin(persons, eq(persons.id, planChanges.changedBy))
    .where(eq(planChanges.offeringId, offeringId))
    .orderBy(planChanges.id)
    .all()
    .map(({ change, person }) => ({ ...change, changedByName: nameOf(person) }));
}

/**
 * What of an approved offering the newest approval does not cover. Empty where all of it is, and where the approval is
 * from before plans were kept with it.
 */
export function findUncovered(db: Reader, offering: Offering): PlanPart[] {
  if (!isApproved(offering)) return [];
  const plan = findApprovedPlan(db, offering.id);
  return plan ? uncoveredParts(plan, readPlan(db, offering)) : [];
}

/** The plan of an offering as the committee approved it last; null where none was kept. */
function findApprovedPlan(db: Reader, offeringId: string): ApprovedPlan | null {
  const newest = db
    .select({ plan: approvalDecisions.plan })
    .from(approvalDecisions)
    .where(and(eq(approvalDecisions.offeringId, offeringId), eq(approvalDecisions.decision, "approved")))
    .orderBy(desc(approvalDecisions.id))
    .limit(1)
    .get();
  return newest?.plan ?? null;
}

const isApproved = ({ state }: Offering): boolean => state === "approved" || state === "published";

function listApprovedOfferings(db: Reader, now: number, courseId: string): Offering[] {
  const stands = and(
    eq(offerings.courseId, courseId),
    inArray(offerings.state, ["approved", "published"]),
    gt(offerings.endsAt, now),
  );
  return db.select().from(offerings).where(stands).all();
}
