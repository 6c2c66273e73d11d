import { asc, eq, inArray } from "drizzle-orm";
import { instructors, offeringDesignations, offerings, sessionPauses, sessions } from "#drizzle/schema/catalog";
import { removedSessions } from "#drizzle/schema/online/removed-sessions";
import { persons } from "#drizzle/schema/people";
import { endGrant, insertGrant } from "~/people/roles/grant.server";
import type { Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import type { Designation } from "~/catalog/courses/designation";
import { withSteps } from "~/catalog/steps/listed-steps.server";
import type { PlannedSession } from "./session-plan";

/** Who teaches; a guest who is not in Hourbook has no `personId`. */
export interface InstructorInput {
  personId?: string | null;
  name: string;
  qualifications?: string;
}

/** How many of the approved minutes count for a designation. */
export interface DesignationMinutes {
  designation: Designation;
  minutes: number;
}

export type Session = typeof sessions.$inferSelect;

/** Sessions of an offering in order, with their meals and breaks, and the steps of those on people's own time. */
export function listSessions(db: Reader, offeringId: string) {
  const rows = db
    .select()
    .from(sessions)
    .where(eq(sessions.offeringId, offeringId))
    .orderBy(asc(sessions.startsAt))
    .all();
  const pauses = db
    .select({ pause: sessionPauses })
    .from(sessionPauses)
    .innerJoin(sessions, eq(sessions.id, sessionPauses.sessionId))
    .where(eq(sessions.offeringId, offeringId))
    .orderBy(asc(sessionPauses.startsAt))
    .all();
  return withSteps(db, rows).map((session) => ({
    ...session,
    pauses: pauses.map(({ pause }) => pause).filter((pause) => pause.sessionId === session.id),
  }));
}

export type SessionWithPauses = ReturnType<typeof listSessions>[number];

/** Writes an offering's sessions: known ids are changed, new ones added, missing ones removed; keeps its start and end. */
export function writeSessions(
  tx: Transaction,
  offering: { id: string; timeZone: string },
  planned: readonly PlannedSession[],
): void {
  const before = listSessions(tx, offering.id);
  const known = before.map((session) => session.id);
  const kept = planned.flatMap(({ id }) => (id && known.includes(id) ? [id] : []));
  removeSessions(
    tx,
    before.filter(({ id }) => !kept.includes(id)),
  );
  for (const { id, pauses, ...values } of planned) {
    const sessionId = id && kept.includes(id) ? id : newId();
    if (sessionId === id) tx.update(sessions).set(values).where(eq(sessions.id, id)).run();
    else
      tx.insert(sessions)
        .values({ id: sessionId, offeringId: offering.id, timeZone: offering.timeZone, ...values })
        .run();
    tx.delete(sessionPauses).where(eq(sessionPauses.sessionId, sessionId)).run();
    for (const pause of pauses)
      tx.insert(sessionPauses)
        .values({ id: newId(), sessionId, ...pause })
        .run();
  }
  tx.update(offerings)
    .set({
      startsAt: planned.length > 0 ? Math.min(...planned.map((session) => session.startsAt)) : null,
      endsAt: planned.length > 0 ? Math.max(...planned.map((session) => session.endsAt)) : null,
    })
    .where(eq(offerings.id, offering.id))
    .run();
}

/** Removes sessions; which offering each was of is kept, for the links that lead to it. */
function removeSessions(tx: Transaction, gone: readonly SessionWithPauses[]): void {
  if (gone.length === 0) return;
  const ids = gone.map(({ id }) => id);
  tx.delete(sessions).where(inArray(sessions.id, ids)).run();
  tx.insert(removedSessions)
    .values(
      gone.map(({ id: sessionId, offeringId, startsAt, endsAt, timeZone }) => {
        return { sessionId, offeringId, startsAt, endsAt, timeZone };
      }),
    )
    .run();
}

/** Writes who teaches. Instructors with an account facilitate the offering; those who left it do so no more. */
export function writeInstructors(
  tx: Transaction,
  ctx: Context,
  offeringId: string,
  inputs: readonly InstructorInput[],
): void {
  const before = listInstructors(tx, offeringId).flatMap(({ personId }) => personId ?? []);
  tx.delete(instructors).where(eq(instructors.offeringId, offeringId)).run();
  for (const { personId, name, qualifications } of inputs) {
    tx.insert(instructors)
      .values({ id: newId(), offeringId, personId: personId || null, name, qualifications: qualifications || null })
      .run();
    if (personId) insertGrant(tx, ctx, personId, { role: "facilitator", scopeId: offeringId });
  }
  const now = inputs.map(({ personId }) => personId);
  for (const personId of new Set(before))
    if (!now.includes(personId)) endGrant(tx, ctx, personId, { role: "facilitator", scopeId: offeringId });
}

/** Who teaches an offering, in the order they were entered. */
export function listInstructors(db: Reader, offeringId: string) {
  return db.select().from(instructors).where(eq(instructors.offeringId, offeringId)).orderBy(asc(instructors.id)).all();
}

export type Instructor = ReturnType<typeof listInstructors>[number];

/** Writes what the hours count for. */
export function writeDesignations(tx: Transaction, offeringId: string, inputs: readonly DesignationMinutes[]): void {
  tx.delete(offeringDesignations).where(eq(offeringDesignations.offeringId, offeringId)).run();
  for (const { designation, minutes } of inputs)
    tx.insert(offeringDesignations).values({ offeringId, designation, minutes }).run();
}

/** What the hours count for. */
export function listDesignations(db: Reader, offeringId: string): DesignationMinutes[] {
  return db
    .select({ designation: offeringDesignations.designation, minutes: offeringDesignations.minutes })
    .from(offeringDesignations)
    .where(eq(offeringDesignations.offeringId, offeringId))
    .all();
}

/** Whether every instructor who is named by id exists. */
export function instructorsExist(db: Reader, inputs: readonly InstructorInput[]): boolean {
  const ids = new Set(inputs.flatMap(({ personId }) => personId || []));
  const found = db
    .select({ id: persons.id })
    .from(persons)
    .where(inArray(persons.id, [...ids]))
    .all();
  return found.length === ids.size;
}
