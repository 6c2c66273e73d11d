import { and, desc, eq, isNull } from "drizzle-orm";
import { attendanceMarks, walkIns } from "#drizzle/schema/attendance";
import { offerings } from "#drizzle/schema/catalog";
import { persons } from "#drizzle/schema/people";
import { addPerson } from "~/people/persons/person-admin.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { myOfferings } from "~/attendance/attendance-right.server";
import { findConfirmation } from "~/attendance/presence/confirmation.server";
import { hasFreeSeat, takeSeatAtDoor } from "./door-seat.server";
import { type DeviceInput, hasNonce, insertMark, type NewMark } from "~/attendance/marks/mark-rows.server";
import { requireOpenSession } from "~/attendance/marks/marks.server";
import { momentAtDoor } from "~/attendance/marks/moment";
import type { AttendanceRefusal } from "~/attendance/refusal";
import { findPerson } from "~/people/persons/person.server";

interface WalkInInput extends DeviceInput {
  sessionId: string;
  name: string;
  email?: string | undefined;
  nonce: string;
}

/**
 * Takes in somebody at the door who is not on the roster (T2). A person known by the address gets a seat, if one is
 * free, and a mark in; anyone else is noted and matched to a person later.
 */
export function addWalkIn(ctx: ActorContext, input: WalkInInput): Outcome<{ matched: boolean }, AttendanceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = requireOpenSession(tx, ctx, input.sessionId, "walk-in");
    if (!found.ok) return found;
    const { session, offering } = found.value;
    const { deviceTime, device, nonce } = input;
    if (hasNonce(tx, nonce)) return ok({ matched: findByEmail(tx, input.email) !== null });
    return noteAtDoor(tx, ctx, offering, input, {
      ...{ deviceTime, device, nonce, sessionId: session.id, kind: "in", method: "walk-in" },
      at: momentAtDoor(session, ctx.now),
      ...(findConfirmation(tx, offering.id) && { reason: "noted after attendance was confirmed" }),
    });
  });
}

type MarkAtDoor = Omit<NewMark, "personId" | "walkInId">;

/**
 * Takes in somebody at the door as `addWalkIn` does, by a mark that may have been made earlier. One that says how they went on is
 * about whom the same device noted by that name.
 */
export function noteAtDoor(
  tx: Transaction,
  ctx: ActorContext,
  offering: Offering,
  who: { name: string; email?: string | null | undefined },
  mark: MarkAtDoor,
): Outcome<{ matched: boolean }, "no-seat" | "teaches-here"> {
  const personId = findByEmail(tx, who.email);
  if (personId === null) {
    const noted = mark.kind === "in" ? null : findNoted(tx, mark, who.name);
    insertMark(tx, ctx, { ...mark, walkInId: noted ?? insertWalkIn(tx, ctx, offering.id, who) });
    return ok({ matched: false });
  }
  const seat = takeSeatAtDoor(tx, ctx, offering, personId);
  if (!seat.ok) return seat;
  insertMark(tx, ctx, { ...mark, personId });
  return ok({ matched: true });
}

function findByEmail(tx: Transaction, email: string | null | undefined): string | null {
  if (!email) return null;
  return tx.select({ id: persons.id }).from(persons).where(eq(persons.email, email)).get()?.id ?? null;
}

/** The walk-in whom a device noted last by a name, at the session of a mark that it made since. */
function findNoted(tx: Transaction, { sessionId, device }: MarkAtDoor, name: string): string | null {
  if (!device) return null;
  const row = tx
    .select({ id: walkIns.id })
    .from(attendanceMarks)
    .innerJoin(walkIns, eq(walkIns.id, attendanceMarks.walkInId))
    .where(and(eq(attendanceMarks.sessionId, sessionId), eq(attendanceMarks.device, device), eq(walkIns.name, name)))
    .orderBy(desc(attendanceMarks.id))
    .get();
  return row?.id ?? null;
}

function insertWalkIn(
  tx: Transaction,
  ctx: ActorContext,
  offeringId: string,
  { name, email = null }: { name: string; email?: string | null | undefined },
): string {
  const id = newId();
  tx.insert(walkIns).values({ id, offeringId, name, email, recordedBy: ctx.actor.personId, recordedAt: ctx.now }).run();
  return id;
}

/** A walk-in of an offering whose attendance the actor may take; null for any other. */
export function findMyWalkIn(db: Reader, ctx: ActorContext, walkInId: string) {
  return (
    db
      .select({ walkIn: walkIns, offering: offerings })
      .from(walkIns)
      .innerJoin(offerings, eq(offerings.id, walkIns.offeringId))
      .where(and(eq(walkIns.id, walkInId), myOfferings(ctx)))
      .get() ?? null
  );
}

/** Who a walk-in was: somebody in Hourbook, or somebody new to it. */
export type MatchInput = { walkInId: string } & (
  { personId: string } | { legalFirst: string; legalLast: string; email?: string | undefined }
);

/**
 * Says who a walk-in was (T2): puts the person on the roster, if a seat is free (R2), and from then on the walk-in's
 * marks are the person's. Matching the same person again changes nothing.
 * @returns the person's id
 */
export function matchWalkIn(ctx: ActorContext, input: MatchInput): Outcome<string, AttendanceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = findMyWalkIn(tx, ctx, input.walkInId);
    if (!found) return refuse("unknown-walk-in");
    const { walkIn, offering } = found;
    if (offering.state === "cancelled") return refuse("cancelled");
    if (walkIn.personId !== null) {
      const same = "personId" in input && input.personId === walkIn.personId;
      return same ? ok(walkIn.personId) : refuse("already-matched");
    }
    const person = "personId" in input ? checkPerson(tx, input.personId) : createPerson(tx, ctx, offering, input);
    if (!person.ok) return person;
    const seat = takeSeatAtDoor(tx, ctx, offering, person.value);
    if (!seat.ok) return seat;
    const matched = { personId: person.value, matchedBy: ctx.actor.personId, matchedAt: ctx.now };
    tx.update(walkIns)
      .set(matched)
      .where(and(eq(walkIns.id, walkIn.id), isNull(walkIns.personId)))
      .run();
    const detail = { offeringId: offering.id, name: walkIn.name };
    recordAudit(tx, ctx, { action: "walk-in.matched", subjectId: walkIn.id, personId: person.value, detail });
    return person;
  });
}

function checkPerson(tx: Transaction, personId: string): Outcome<string, "unknown-person"> {
  return findPerson(tx, personId) ? ok(personId) : refuse("unknown-person");
}

/** Enters a person who is new to Hourbook, only where there is a seat to give: a refusal leaves nobody behind. */
function createPerson(
  tx: Transaction,
  ctx: ActorContext,
  offering: Offering,
  input: { legalFirst: string; legalLast: string; email?: string | undefined },
): Outcome<string, "no-seat" | "address-taken"> {
  if (!hasFreeSeat(tx, offering)) return refuse("no-seat");
  const { legalFirst, legalLast, email } = input;
  const added = addPerson(ctx, { legalFirst, legalLast, email });
  if (added.ok) return added;
  return refuse("address-taken");
}
