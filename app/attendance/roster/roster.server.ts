import { and, eq, inArray } from "drizzle-orm";
import { instructors } from "#drizzle/schema/catalog";
import { persons } from "#drizzle/schema/people";
import { registrations } from "#drizzle/schema/registration";
import { listSessions } from "~/catalog/offerings/offering-parts.server";
import { displayNameOf, doorNameOf, sortNameOf } from "~/people/persons/name";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { ROSTER_STATUSES } from "~/registration/seats/status";
import { requireMySession } from "~/attendance/joining/gone-session.server";
import { findConfirmation } from "~/attendance/presence/confirmation.server";
import { findUndoable } from "~/attendance/marks/undo";
import { METHOD_WORDS } from "~/attendance/marks/mark-kind";
import { isJoinedOnline } from "~/attendance/marks/self-source";
import { groupMarks, type MarkRow, markKey } from "~/attendance/marks/mark-rows.server";
import { derivePresence, listStanding, type Presence } from "~/attendance/presence/presence";
import { listOpenWalkIns } from "~/attendance/walk-ins/open-walk-ins.server";
import { getCourse } from "~/catalog/courses/course.server";
import type { Person } from "~/people/persons/person.server";
import { BY_NAME } from "~/people/persons/person-names.server";

export interface RosterRow {
  personId: string;
  name: string;
  sortName: string;
  /** How they are called, where it is not by their legal name. */
  doorName: string | null;
  /** Null for whoever teaches here, or was noted by name; others have a check-in pass, and a page that staff can look at. */
  registrationId: string | null;
  /** Noted by name at the door and matched to nobody: `personId` is the walk-in's. */
  walkIn: boolean;
  accessNeeds: string | null;
  presence: Presence;
  /** Checked in by themselves by joining online, and not confirmed yet. */
  joinedOnline: boolean;
  marks: RosterMark[];
  /** Grows with every mark: a row whose version stands need not be drawn again. */
  version: number;
}

/** A mark as the roster shows it. */
export interface RosterMark {
  id: string;
  kind: string;
  at: number;
  voided: boolean;
  reason: string | null;
  /** Who made it and, where the person's marks come from several devices, on which of them. */
  source: string;
}

/**
 * The roster of a session, by last name, with each person's presence; participants and instructors apart (H7).
 * @throws Response 404 when the session is not the actor's to take
 */
export function getRoster(ctx: ActorContext, sessionId: string) {
  const found = requireMySession(ctx, sessionId);
  const { session, offering } = found;
  const { title } = getCourse(ctx.db, offering.courseId);
  const { people, instructors } = listExpected(ctx.db, offering.id);
  const marks = groupMarks(ctx.db, [session.id]);
  const names = namesOf(ctx.db, [...marks.values()].flat());
  const everyone = [...people, ...instructors];
  const taps = [...marks.values()].flat().filter(({ method }) => method !== "kiosk");
  recordReading(ctx, { action: "roster.read", subjectId: session.id, personIds: everyone.map(({ id }) => id) });
  const markedAs = (id: string) => {
    const mine = marks.get(markKey(session.id, id)) ?? [];
    const presence = derivePresence(session, mine);
    const joinedOnline = listStanding(mine).some((mark) => mark.at === presence.selfSince && isJoinedOnline(mark));
    return { presence, joinedOnline, marks: describeMarks(mine, names), version: mine.length };
  };
  const describe = (person: Person & { registrationId: string | null }): RosterRow => ({
    personId: person.id,
    name: displayNameOf(person),
    sortName: sortNameOf(person),
    doorName: doorNameOf(person),
    registrationId: person.registrationId,
    walkIn: false,
    accessNeeds: person.accessNeeds,
    ...markedAs(person.id),
  });
  const noted = { doorName: null, registrationId: null, walkIn: true, accessNeeds: null };
  return {
    session,
    offering,
    undoable: findUndoable(taps, ctx.actor.personId, ctx.now).length,
    title,
    rows: people.map(describe),
    instructors: instructors.map(describe),
    walkIns: listOpenWalkIns(ctx.db, offering.id).map(({ id, name }): RosterRow => ({
      personId: id,
      name,
      sortName: name,
      ...noted,
      ...markedAs(id),
    })),
    confirmation: findConfirmation(ctx.db, offering.id),
  };
}

/** Each person's presence in each session of an offering, for counting hours; instructors apart (H7). */
export function listPresence(db: Reader, offeringId: string) {
  const sessions = listSessions(db, offeringId);
  const marks = groupMarks(
    db,
    sessions.map((session) => session.id),
  );
  const describe = <Person extends { id: string }>(person: Person) => ({
    person,
    presences: sessions.map((session) => derivePresence(session, marks.get(markKey(session.id, person.id)) ?? [])),
  });
  const { people, instructors } = listExpected(db, offeringId);
  return { sessions, people: people.map(describe), instructors: instructors.map(describe) };
}

/**
 * Who is expected: participants with their registration, and instructors who are in Hourbook and not registered. Either
 * may teach (H7).
 */
export function listExpected(db: Reader, offeringId: string) {
  const registered = db
    .select({ person: persons, registrationId: registrations.id })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .where(and(eq(registrations.offeringId, offeringId), inArray(registrations.status, [...ROSTER_STATUSES])))
    .orderBy(...BY_NAME)
    .all();
  const teaching = db
    .selectDistinct({ person: persons })
    .from(instructors)
    .innerJoin(persons, eq(persons.id, instructors.personId))
    .where(eq(instructors.offeringId, offeringId))
    .orderBy(...BY_NAME)
    .all();
  const teachers = new Set(teaching.map(({ person }) => person.id));
  const participants = new Set(registered.map(({ person }) => person.id));
  return {
    people: registered.map(({ person, registrationId }) => ({
      ...person,
      registrationId,
      teaches: teachers.has(person.id),
    })),
    instructors: teaching
      .filter(({ person }) => !participants.has(person.id))
      .map(({ person }) => ({ ...person, registrationId: null, teaches: true })),
  };
}

function namesOf(db: Reader, marks: readonly MarkRow[]): Map<string, string> {
  const ids = [...new Set(marks.map(({ recordedBy }) => recordedBy))];
  const rows = db.select().from(persons).where(inArray(persons.id, ids)).all();
  return new Map(rows.map((row) => [row.id, displayNameOf(row)]));
}

function describeMarks(mine: readonly MarkRow[], names: ReadonlyMap<string, string>): RosterMark[] {
  const voided = new Set(mine.map((mark) => mark.voidsMarkId));
  const devices = [...new Set(mine.flatMap(({ device }) => device ?? []))];
  const sourceOf = ({ method, recordedBy, device }: MarkRow) =>
    [
      method === "self" ? "self check-in" : `by ${names.get(recordedBy) ?? "somebody"}`,
      METHOD_WORDS[method] ?? "",
      device && devices.length > 1 ? `device ${devices.indexOf(device) + 1}` : "",
    ]
      .filter(Boolean)
      .join(", ");
  return mine
    .filter((mark) => mark.kind !== "void")
    .map((mark) => {
      const { id, kind, at, reason } = mark;
      return { id, kind, at, reason, voided: voided.has(id), source: sourceOf(mark) };
    });
}
