import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { attendanceConfirmations, attendanceMarks, walkIns } from "#drizzle/schema/attendance";
import { courses, sessionPauses, sessions } from "#drizzle/schema/catalog";
import { persons } from "#drizzle/schema/people";
import { registrations } from "#drizzle/schema/registration";
import { displayNameOf, sortNameOf } from "~/people/name";
import { recordAudit } from "~/platform/audit.server";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database.server";
import { notFound } from "~/platform/responses.server";
import { ROSTER_STATUSES } from "~/registration/status";
import { findMySession } from "./attendance-right.server";
import { derivePresence, type Presence } from "./presence";

export interface RosterRow {
  personId: string;
  name: string;
  sortName: string;
  accessNeeds: string | null;
  presence: Presence;
  marks: { id: string; kind: string; at: number; voided: boolean; reason: string | null }[];
}

/**
 * The roster of a session, by last name, with each person's presence.
 * @throws Response 404 when the session is not the actor's to take
 */
export function getRoster(ctx: ActorContext, sessionId: string) {
  const found = findMySession(ctx.db, ctx, sessionId);
  if (!found) throw notFound();
  const { session, offering } = found;
  const title = ctx.db.select({ title: courses.title }).from(courses).where(eq(courses.id, offering.courseId)).get()!
    .title;
  const people = listRosterPeople(ctx.db, offering.id);
  const marks = groupMarks(ctx.db, [session.id]);
  recordAudit(ctx.db, ctx, { action: "roster.read", subjectId: session.id, detail: { people: people.length } });
  const rows: RosterRow[] = people.map((person) => {
    const mine = marks.get(`${session.id}:${person.id}`) ?? [];
    const voided = new Set(mine.map((mark) => mark.voidsMarkId));
    return {
      personId: person.id,
      name: displayNameOf(person),
      sortName: sortNameOf(person),
      accessNeeds: person.accessNeeds,
      presence: derivePresence(session, mine),
      marks: mine
        .filter((mark) => mark.kind !== "void")
        .map(({ id, kind, at, reason }) => ({ id, kind, at, reason, voided: voided.has(id) })),
    };
  });
  return { session, offering, title, rows, walkIns: listOpenWalkIns(ctx.db, offering.id) };
}

/** Each person's presence in each session of an offering, for counting hours. */
export function listPresence(db: Reader, offeringId: string) {
  const meetings = listSessionsWithPauses(db, offeringId);
  const marks = groupMarks(
    db,
    meetings.map((session) => session.id),
  );
  return {
    meetings,
    people: listRosterPeople(db, offeringId).map((person) => ({
      person,
      sessions: meetings.map((session) => derivePresence(session, marks.get(`${session.id}:${person.id}`) ?? [])),
    })),
  };
}

/** The sessions of an offering in order, with their pauses. */
export function listSessionsWithPauses(db: Reader, offeringId: string) {
  const meetings = db
    .select()
    .from(sessions)
    .where(eq(sessions.offeringId, offeringId))
    .orderBy(asc(sessions.startsAt))
    .all();
  const pauses = db
    .select()
    .from(sessionPauses)
    .where(
      inArray(
        sessionPauses.sessionId,
        meetings.map((session) => session.id),
      ),
    )
    .orderBy(asc(sessionPauses.startsAt))
    .all();
  return meetings.map((session) => ({ ...session, pauses: pauses.filter((pause) => pause.sessionId === session.id) }));
}

/** The newest confirmation of an offering's attendance, if there is one (T3). */
export function findConfirmation(db: Reader, offeringId: string) {
  return (
    db
      .select()
      .from(attendanceConfirmations)
      .where(eq(attendanceConfirmations.offeringId, offeringId))
      .orderBy(asc(attendanceConfirmations.confirmedAt))
      .all()
      .at(-1) ?? null
  );
}

function listRosterPeople(db: Reader, offeringId: string) {
  return db
    .select({ person: persons, registrationId: registrations.id, status: registrations.status })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .where(and(eq(registrations.offeringId, offeringId), inArray(registrations.status, [...ROSTER_STATUSES])))
    .orderBy(asc(persons.legalLast), asc(persons.legalFirst))
    .all()
    .map(({ person, ...registration }) => ({ ...person, ...registration }));
}

function listOpenWalkIns(db: Reader, offeringId: string) {
  return db
    .select({ id: walkIns.id, name: walkIns.name, email: walkIns.email })
    .from(walkIns)
    .where(and(eq(walkIns.offeringId, offeringId), isNull(walkIns.personId)))
    .orderBy(asc(walkIns.id))
    .all();
}

function groupMarks(db: Reader, sessionIds: readonly string[]) {
  const grouped = new Map<string, (typeof attendanceMarks.$inferSelect)[]>();
  const rows = db
    .select()
    .from(attendanceMarks)
    .where(inArray(attendanceMarks.sessionId, [...sessionIds]))
    .orderBy(asc(attendanceMarks.id))
    .all();
  for (const row of rows) {
    const key = `${row.sessionId}:${row.personId}`;
    const list = grouped.get(key);
    if (list) list.push(row);
    else grouped.set(key, [row]);
  }
  return grouped;
}
