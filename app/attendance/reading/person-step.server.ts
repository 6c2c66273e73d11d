import { and, asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { persons } from "#drizzle/schema/people";
import { listRosterPersonIds } from "~/attendance/marks/marks.server";
import { getCourse } from "~/catalog/courses/course.server";
import { displayNameOf, staffNameOf } from "~/people/persons/name";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { listAttempts, listVersions } from "~/attendance/steps/my-steps.server";
import { findMyStep } from "~/attendance/steps/step-access.server";
import { NO_STEP } from "~/attendance/steps/step-refusal";
import { dueAtOf } from "~/attendance/steps/step-rules";
import { standingOf } from "~/attendance/steps/step-standing";

/**
 * What somebody of the roster did of a step: versions, attempts, and each mark that it is done with the one that voided it.
 * Reading it is audited (P5).
 * @throws Response 404 when the step is not the actor's, or the person is not on its roster
 */
export function getPersonStep(ctx: ActorContext, stepId: string, personId: string) {
  const found = findMyStep(ctx.db, ctx, stepId);
  if (!found) throw new Response(NO_STEP, { status: 404 });
  if (!listRosterPersonIds(ctx.db, found.offering.id).includes(personId)) throw notFound();
  const { step, session, offering } = found;
  const person = ctx.db.select().from(persons).where(eq(persons.id, personId)).get();
  if (!person) throw notFound();
  recordReading(ctx, { action: "steps.read", subjectId: offering.id, personIds: [personId] });
  const history = listHistory(ctx.db, stepId, personId);
  const done = history.find(({ voidedAt }) => voidedAt === null) ?? null;
  const versions = listVersions(ctx.db, stepId, personId);
  const facts = { isDone: done !== null, reflection: versions.at(-1)?.state ?? null };
  return {
    offeringId: offering.id,
    offeringTitle: getCourse(ctx.db, offering.courseId).title,
    cancelled: offering.state === "cancelled",
    timeZone: session.timeZone,
    startsAt: session.startsAt,
    begun: ctx.now >= session.startsAt,
    step: { id: step.id, kind: step.kind, title: step.title, minutes: step.minutes, leastWords: step.leastWords },
    dueAt: dueAtOf(step, session),
    person: { id: person.id, name: displayNameOf(person), sortName: staffNameOf(person) },
    standing: standingOf(step, session, facts, ctx.now),
    doneAt: done?.at ?? null,
    history,
    versions,
    attempts: listAttempts(ctx.db, step, personId, "all"),
  };
}

export type PersonStep = ReturnType<typeof getPersonStep>;

const voids = alias(attendanceMarks, "voids");
const voiders = alias(persons, "voiders");

function listHistory(db: Reader, stepId: string, personId: string) {
  const { stepId: of, personId: who, kind } = attendanceMarks;
  return db
    .select({ mark: attendanceMarks, recorder: persons, voided: voids, voider: voiders })
    .from(attendanceMarks)
    .innerJoin(persons, eq(persons.id, attendanceMarks.recordedBy))
    .leftJoin(voids, eq(voids.voidsMarkId, attendanceMarks.id))
    .leftJoin(voiders, eq(voiders.id, voids.recordedBy))
    .where(and(eq(of, stepId), eq(who, personId), eq(kind, "done")))
    .orderBy(asc(attendanceMarks.id))
    .all()
    .map(({ mark, recorder, voided, voider }) => ({
      id: mark.id,
      at: mark.at,
      recordedAt: mark.serverTime,
      recordedBy: mark.recordedBy === personId ? null : displayNameOf(recorder),
      reason: mark.reason,
      voidedAt: voided?.serverTime ?? null,
      voidedBy: voider && (voider.id === personId ? null : displayNameOf(voider)),
      voidedBecause: voided?.reason ?? null,
    }));
}
