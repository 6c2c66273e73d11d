import { and, asc, count, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { heldMarks, walkIns } from "#drizzle/schema/attendance";
import { persons } from "#drizzle/schema/people";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { listDevices } from "~/attendance/kept/kept-device.server";
import { keptUntil } from "~/attendance/kept/kept-roster";
import { groupMarks, markKey } from "~/attendance/marks/mark-rows.server";
import { derivePresence } from "~/attendance/presence/presence";
import { listExpected } from "~/attendance/roster/roster.server";
import { listOpenWalkIns } from "~/attendance/walk-ins/open-walk-ins.server";
import { getCourse } from "~/catalog/courses/course.server";
import { listSessions } from "~/catalog/offerings/offering-parts.server";
import { displayNameOf } from "~/people/persons/name";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { notFound } from "~/platform/http/responses.server";
import { fold } from "~/platform/text/fold";

const recorders = alias(persons, "recorders");
const settlers = alias(persons, "settlers");
const SETTLED_NEWEST = 50;
const SETTLED_MOST = 2_000;

function selectHeld(db: Reader) {
  return db
    .select({ held: heldMarks, person: persons, noted: walkIns.name, recorder: recorders, settler: settlers })
    .from(heldMarks)
    .leftJoin(persons, eq(persons.id, heldMarks.personId))
    .leftJoin(walkIns, eq(walkIns.id, heldMarks.walkInId))
    .innerJoin(recorders, eq(recorders.id, heldMarks.recordedBy))
    .leftJoin(settlers, eq(settlers.id, heldMarks.settledBy));
}

function describeHeld({
  held,
  person,
  noted,
  recorder,
  settler,
}: ReturnType<ReturnType<typeof selectHeld>["all"]>[number]) {
  const { id, sessionId, kind, method, at, reason, receivedAt, settledAs, settledAt, settledWhy } = held;
  return {
    ...{ id, sessionId, kind, method, at, reason, receivedAt, settledAs, settledAt, settledWhy },
    name: person ? displayNameOf(person) : (noted ?? held.walkInName ?? ""),
    isWalkIn: person === null,
    recordedBy: displayNameOf(recorder),
    settledBy: settler && displayNameOf(settler),
    clockDoubt: held.clockDoubt,
    personId: held.personId,
  };
}

/** How many marks of an offering wait for somebody's word. */
export const countHeld = (db: Reader, offeringId: string): number =>
  countOf(
    db
      .select({ count: count() })
      .from(heldMarks)
      .where(and(eq(heldMarks.offeringId, offeringId), isNull(heldMarks.settledAt))),
  );

/**
 * What needs a facilitator's word after devices have sent their marks: marks that wait, people of whom two devices say different
 * things, and walk-ins who may be on the roster; with what was settled, and the devices.
 * @param allSettled more of what was settled than the newest fifty
 * @throws Response 404 when the offering is not the actor's to take
 */
export function getInbox(ctx: ActorContext, offeringId: string, allSettled = false) {
  const offering = findMyOffering(ctx.db, ctx, offeringId);
  if (!offering) throw notFound();
  const ofOffering = eq(heldMarks.offeringId, offeringId);
  const waiting = selectHeld(ctx.db)
    .where(and(ofOffering, isNull(heldMarks.settledAt)))
    .orderBy(asc(heldMarks.at), asc(heldMarks.id))
    .all()
    .map(describeHeld);
  const settled = listSettled(ctx.db, offeringId, allSettled);
  const planned = listSessions(ctx.db, offeringId);
  const sessions = planned.map(({ id, startsAt, endsAt, timeZone }) => {
    return { id, startsAt, endsAt, timeZone };
  });
  const { people, instructors } = listExpected(ctx.db, offeringId);
  const everyone = [...people, ...instructors];
  const seen = [...everyone.map(({ id }) => id), ...[...waiting, ...settled.rows].map(({ personId }) => personId)];
  recordReading(ctx, { action: "roster.read", subjectId: offeringId, personIds: seen });
  return {
    title: getCourse(ctx.db, offering.courseId).title,
    timeZone: offering.timeZone,
    cancelled: offering.state === "cancelled",
    sessions,
    waiting,
    settled,
    disagreeing: listDisagreeing(ctx.db, sessions, everyone),
    doubles: findDoubles(listOpenWalkIns(ctx.db, offeringId), everyone.map(displayNameOf)),
    devices: listDevices(ctx, offeringId, keptUntil(planned, ctx.now)),
  };
}

/** What was said of marks that waited, the last first. */
function listSettled(db: Reader, offeringId: string, all: boolean) {
  const isSettled = and(eq(heldMarks.offeringId, offeringId), isNotNull(heldMarks.settledAt));
  const rows = selectHeld(db)
    .where(isSettled)
    .orderBy(desc(heldMarks.settledAt), desc(heldMarks.id))
    .limit(all ? SETTLED_MOST : SETTLED_NEWEST)
    .all()
    .map(describeHeld);
  return { rows, total: countOf(db.select({ count: count() }).from(heldMarks).where(isSettled)) };
}

type Expected =
  ReturnType<typeof listExpected>["people"][number] | ReturnType<typeof listExpected>["instructors"][number];

function listDisagreeing(
  db: Reader,
  sessions: { id: string; startsAt: number; endsAt: number }[],
  everyone: Expected[],
) {
  const marks = groupMarks(
    db,
    sessions.map(({ id }) => id),
  );
  return sessions.flatMap((session) =>
    everyone.flatMap((person) => {
      const { anomalies } = derivePresence(session, marks.get(markKey(session.id, person.id)) ?? []);
      if (!anomalies.includes("devices-disagree")) return [];
      return [{ sessionId: session.id, personId: person.id, name: displayNameOf(person) }];
    }),
  );
}

/** Walk-ins who bear the name of somebody on the roster, or of a walk-in before them. */
function findDoubles(noted: { id: string; name: string }[], roster: string[]) {
  const known = new Set(roster.map(fold));
  return noted.filter(({ name }) => {
    const isKnown = known.has(fold(name));
    known.add(fold(name));
    return isKnown;
  });
}
