import { and, eq, inArray } from "drizzle-orm";
import { keptRosters } from "#drizzle/schema/attendance";
import { registrations } from "#drizzle/schema/registration";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { groupMarks } from "~/attendance/marks/mark-rows.server";
import { findConfirmation } from "~/attendance/presence/confirmation.server";
import { listExpected } from "~/attendance/roster/roster.server";
import { listPassKeys } from "~/attendance/scan/pass-key.server";
import { listOpenWalkIns } from "~/attendance/walk-ins/open-walk-ins.server";
import { getCourse } from "~/catalog/courses/course.server";
import { listSessions } from "~/catalog/offerings/offering-parts.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import { displayNameOf, doorNameOf, sortNameOf } from "~/people/persons/name";
import type { Person } from "~/people/persons/person.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { ENDED_STATUSES } from "~/registration/seats/status";
import { markRemoved } from "./kept-device.server";
import {
  KEPT_AFTER_MS,
  type KeptMark,
  type KeptPerson,
  type KeptRefusal,
  type KeptRoster,
  keptUntil,
} from "./kept-roster";

const AGAIN_MS = 15 * 60_000;

interface DeviceOf {
  offeringId: string;
  device: string;
}

/** What one of the actor's devices keeps, or kept, of an offering; null where it never did. */
export function findKept(db: Reader, personId: string, { offeringId, device }: DeviceOf) {
  const { offeringId: offering, personId: person, device: of } = keptRosters;
  return (
    db
      .select()
      .from(keptRosters)
      .where(and(eq(offering, offeringId), eq(person, personId), eq(of, device)))
      .get() ?? null
  );
}

/** Lets a device of the actor's keep the roster of an offering, and gives it what it keeps (P5: a reading). */
export function keepRoster(ctx: ActorContext, input: DeviceOf & { label: string }): Outcome<KeptRoster, KeptRefusal> {
  const { offeringId, device, label } = input;
  return inTransaction(ctx.db, (tx) => {
    const found = findKeepable(tx, ctx, offeringId);
    if (!found.ok) return found;
    const { personId } = ctx.actor;
    const stays = { removedAt: null, removedBy: null, leftAt: null, leftUnsent: null };
    const again = { label, keptAt: ctx.now, contactAt: ctx.now, ...stays };
    tx.insert(keptRosters)
      .values({ id: newId(), offeringId, personId, device, ...again })
      .onConflictDoUpdate({ target: [keptRosters.offeringId, keptRosters.personId, keptRosters.device], set: again })
      .run();
    recordAudit(tx, ctx, { action: "roster.kept", subjectId: offeringId, detail: { device, label } });
    return ok(describeRoster(ctx, found.value));
  });
}

/** The roster anew, for a device that keeps it. */
export function readKeptRoster(ctx: ActorContext, input: DeviceOf): Outcome<KeptRoster, KeptRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const kept = findKept(tx, ctx.actor.personId, input);
    if (!kept || kept.removedAt !== null) return refuse("removed");
    if (kept.leftAt !== null) return refuse("left");
    const found = findKeepable(tx, ctx, input.offeringId);
    if (!found.ok) return found;
    tx.update(keptRosters).set({ contactAt: ctx.now }).where(eq(keptRosters.id, kept.id)).run();
    return ok(describeRoster(ctx, found.value));
  });
}

/** Somebody took the roster off their own device. Doing so again changes nothing. */
export function forgetRoster(ctx: ActorContext, input: DeviceOf): void {
  inTransaction(ctx.db, (tx) => {
    const kept = findKept(tx, ctx.actor.personId, input);
    if (kept) markRemoved(tx, ctx, kept);
  });
}

function findKeepable(db: Reader, ctx: ActorContext, offeringId: string): Outcome<Offering, KeptRefusal> {
  const offering = findMyOffering(db, ctx, offeringId);
  if (!offering) return refuse("unknown-offering");
  if (offering.state === "cancelled") return refuse("cancelled");
  return offering.endsAt !== null && ctx.now > offering.endsAt + KEPT_AFTER_MS ? refuse("over") : ok(offering);
}

function describeRoster(ctx: ActorContext, offering: Offering): KeptRoster {
  // What people do on their own time happens at no door.
  const sessions = listSessions(ctx.db, offering.id).filter(({ ownMinutes }) => ownMinutes === null);
  const { people, instructors } = listExpected(ctx.db, offering.id);
  const everyone = [...people, ...instructors];
  const personIds = everyone.map(({ id }) => id);
  // A device reads it again each minute; it stays one reading.
  recordReading(ctx, { action: "roster.read", subjectId: offering.id, personIds, onceWithinMs: AGAIN_MS });
  const marks = groupMarks(
    ctx.db,
    sessions.map(({ id }) => id),
  );
  return {
    offeringId: offering.id,
    title: getCourse(ctx.db, offering.courseId).title,
    owner: { personId: ctx.actor.personId, name: ctx.actor.name },
    until: keptUntil(sessions, ctx.now),
    confirmed: findConfirmation(ctx.db, offering.id) !== null,
    sessions: sessions.map(({ id, startsAt, endsAt, timeZone, place }) => {
      return { id, startsAt, endsAt, timeZone, place: place ?? offering.place };
    }),
    people: [
      ...people.map((person) => describePerson(person, "participant")),
      ...instructors.map((person) => describePerson(person, "instructor")),
      ...listOpenWalkIns(ctx.db, offering.id).map(({ id, name }): KeptPerson => {
        return { id, as: "walk-in", name, sortName: name, doorName: null, registrationId: null };
      }),
    ],
    left: listEnded(ctx.db, offering.id),
    passKeys: listPassKeys(ctx.db, offering.providerId),
    marks: [...marks.values()].flat().map(({ personId, walkInId, ...mark }): KeptMark => {
      const { id, sessionId, kind, at, deviceTime, serverTime, clockOffset, clockDoubt } = mark;
      const { device, recordedBy, method, voidsMarkId, nonce } = mark;
      const who = personId ?? walkInId ?? "";
      const times = { at, deviceTime, serverTime, clockOffset, clockDoubt };
      return { id, sessionId, who, kind, ...times, device, recordedBy, method, voidsMarkId, nonce };
    }),
  };
}

/** Registrations from which no way leads back to the roster. */
const listEnded = (db: Reader, offeringId: string): string[] =>
  db
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.offeringId, offeringId), inArray(registrations.status, [...ENDED_STATUSES])))
    .all()
    .map(({ id }) => id);

type Expected = Person & { registrationId: string | null };

const describePerson = (person: Expected, as: KeptPerson["as"]): KeptPerson => ({
  id: person.id,
  as,
  name: displayNameOf(person),
  sortName: sortNameOf(person),
  doorName: doorNameOf(person),
  registrationId: person.registrationId,
});
