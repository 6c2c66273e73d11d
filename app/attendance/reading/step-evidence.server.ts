import { and, asc, eq } from "drizzle-orm";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { sessions } from "#drizzle/schema/catalog";
import { sessionSteps } from "#drizzle/schema/online/steps";
import { persons } from "#drizzle/schema/people";
import { standing } from "~/attendance/marks/mark-rows.server";
import { staffNameOf } from "~/people/persons/name";
import { BY_NAME } from "~/people/persons/person-names.server";
import type { Reader } from "~/platform/database/database.server";

/** What people completed online on their own time, by name and in the order of the steps: evidence for the record (D1). */
export function listStepEvidence(db: Reader, offeringId: string) {
  const rows = db
    .select({ mark: attendanceMarks, step: sessionSteps, person: persons, timeZone: sessions.timeZone })
    .from(sessions)
    .innerJoin(attendanceMarks, eq(attendanceMarks.sessionId, sessions.id))
    .innerJoin(sessionSteps, eq(sessionSteps.id, attendanceMarks.stepId))
    .innerJoin(persons, eq(persons.id, attendanceMarks.personId))
    .where(and(eq(sessions.offeringId, offeringId), eq(attendanceMarks.kind, "done"), standing))
    .orderBy(...BY_NAME, asc(sessions.startsAt), asc(sessionSteps.position))
    .all();
  return [...Map.groupBy(rows, ({ person }) => person.id)].map(([personId, own]) => ({
    personId,
    name: staffNameOf(own[0]!.person),
    steps: own.map(({ mark, step, timeZone }) => ({
      markId: mark.id,
      title: step.title,
      minutes: step.minutes,
      at: mark.at,
      timeZone,
      /** By staff, and why they knew. */
      reason: mark.recordedBy === personId ? null : mark.reason,
    })),
  }));
}

export type StepEvidenceRow = ReturnType<typeof listStepEvidence>[number];
