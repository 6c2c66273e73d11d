import { getPublishedFacts, isInstructor, type PublishedFacts } from "~/catalog/offerings/offering-facts.server";
import { findScopedOffering, type Offering } from "~/catalog/offerings/offering.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { sendRegistered } from "~/registration/messages/seat-message.server";
import { endRegistration } from "~/registration/seats/end-registration.server";
import { withinFence } from "~/registration/seats/fence.server";
import type { RegistrationRefusal } from "~/registration/seats/refusal";
import {
  changeStatus,
  countSeats,
  findLiveRegistration,
  findRegistration,
  insertRegistration,
  type Registration,
} from "~/registration/seats/registration-row.server";
import { freeSeats } from "~/registration/seats/seats";
import { canFollow, holdsSeat } from "~/registration/seats/status";
import { staffRegistrationDeadline } from "~/registration/seats/window";
import { enterOffering } from "~/registration/seats/enter-offering.server";
import { sendTransferred } from "~/registration/messages/transfer-message.server";
import { offerFreedSeats } from "~/registration/waitlist/waitlist.server";

/** What staff do to one registration, and why; the person reads the reason. */
export interface StaffChange {
  offeringId: string;
  registrationId: string;
  reason: string;
}

/**
 * Staff put a person on the list of one of their offerings, for a stated reason, also after registration has closed (R8). A
 * seat if one is free and nobody waits, else the last position on the waitlist.
 */
export function registerByStaff(
  ctx: ScopedContext,
  { offeringId, personId, reason }: { offeringId: string; personId: string; reason: string },
): Outcome<Registration, RegistrationRefusal> {
  return withinFence(ctx.db, (tx) => {
    const offering = findScopedOffering(tx, ctx, offeringId);
    if (!offering) return refuse("unknown-offering");
    const possible = checkOpenToStaff(ctx, offering);
    if (!possible.ok) return possible;
    return enterOffering(tx, ctx, getPublishedFacts(tx, offering.id), { personId, reason });
  });
}

/** Staff end somebody's registration, at any time before attendance is judged (R4). */
export function withdrawByStaff(ctx: ScopedContext, input: StaffChange): Outcome<Registration, RegistrationRefusal> {
  return change(ctx, input, (tx, registration, facts) => {
    if (!canFollow(registration.status, "withdrawn")) return refuse("not-possible-now");
    return ok(endRegistration(tx, ctx, facts, registration, { reason: input.reason, staffName: ctx.actor.name }));
  });
}

/**
 * Staff give a seat to somebody who waits, holds an offer or waits for a supervisor: out of turn, for a stated reason,
 * and also after registration has closed. Somebody who waits needs a free seat (R2).
 */
export function giveSeat(ctx: ScopedContext, input: StaffChange): Outcome<Registration, RegistrationRefusal> {
  return change(ctx, input, (tx, registration, facts) => {
    const { offering } = facts;
    if (!canFollow(registration.status, "registered")) return refuse("not-possible-now");
    if (isOver(ctx, offering)) return refuse("offering-over");
    if (!holdsSeat(registration.status) && freeSeats(countSeats(tx, offering)) === 0) return refuse("no-free-seat");
    const seated = changeStatus(tx, ctx, registration, "registered", { reason: input.reason });
    sendRegistered(tx, ctx, facts, seated);
    return ok(seated);
  });
}

/** Staff take somebody back who withdrew, declined or let an offer lapse: a new registration, at the end of the queue. */
export function reinstate(ctx: ScopedContext, input: StaffChange): Outcome<Registration, RegistrationRefusal> {
  return change(ctx, input, (tx, registration, facts) => {
    const { offering } = facts;
    if (registration.status !== "withdrawn" && registration.status !== "declined") return refuse("not-possible-now");
    const possible = checkOpenToStaff(ctx, offering);
    if (!possible.ok) return possible;
    return enterOffering(tx, ctx, facts, { personId: registration.personId, reason: input.reason });
  });
}

/**
 * Staff move a person's registration to another offering of the course, in one transaction: the old one ends, the new one
 * needs a free seat (R2), and the person gets one message.
 */
export function transfer(
  ctx: ScopedContext,
  input: StaffChange & { toOfferingId: string },
): Outcome<Registration, RegistrationRefusal> {
  return change(ctx, input, (tx, registration, facts) => {
    const { offering } = facts;
    const target = findScopedOffering(tx, ctx, input.toOfferingId);
    if (!target || target.courseId !== offering.courseId || target.id === offering.id) return refuse("other-course");
    const possible = checkOpenToStaff(ctx, target);
    if (!possible.ok) return possible;
    if (!canFollow(registration.status, "withdrawn")) return refuse("not-possible-now");
    if (findLiveRegistration(tx, target.id, registration.personId)) return refuse("already-registered");
    const entered = getPublishedFacts(tx, target.id);
    if (isInstructor(entered, registration.personId)) return refuse("own-offering");
    if (freeSeats(countSeats(tx, target)) === 0) return refuse("no-free-seat");
    return ok(moveTo(tx, ctx, { facts, registration }, entered, input.reason));
  });
}

/**
 * Whether staff may register people: published, and not over for longer than the policy's days. The window is for people
 * themselves.
 */
export function checkOpenToStaff(ctx: ScopedContext, offering: Offering): Outcome<null, RegistrationRefusal> {
  if (offering.state !== "published") return refuse("not-published");
  return isOver(ctx, offering) ? refuse("offering-over") : ok(null);
}

function moveTo(
  tx: Transaction,
  ctx: ScopedContext,
  left: { facts: PublishedFacts; registration: Registration },
  entered: PublishedFacts,
  reason: string,
): Registration {
  const { registration } = left;
  changeStatus(tx, ctx, registration, "withdrawn", { reason: `moved to other dates: ${reason}` });
  const row = { offeringId: entered.offering.id, personId: registration.personId, status: "registered" as const };
  const moved = insertRegistration(tx, ctx, { ...row, reason });
  sendTransferred(tx, ctx, left, { facts: entered, registration: moved }, reason);
  if (holdsSeat(registration.status)) offerFreedSeats(tx, ctx, left.facts);
  return moved;
}

function change(
  ctx: ScopedContext,
  { offeringId, registrationId }: StaffChange,
  run: (
    tx: Transaction,
    registration: Registration,
    facts: PublishedFacts,
  ) => Outcome<Registration, RegistrationRefusal>,
): Outcome<Registration, RegistrationRefusal> {
  return withinFence(ctx.db, (tx) => {
    const offering = findScopedOffering(tx, ctx, offeringId);
    if (!offering) return refuse("unknown-offering");
    const registration = findRegistration(tx, registrationId);
    if (registration?.offeringId !== offering.id) return refuse("unknown-registration");
    return run(tx, registration, getPublishedFacts(tx, offering.id));
  });
}

function isOver(ctx: ScopedContext, offering: Pick<Offering, "endsAt" | "timeZone" | "policy">): boolean {
  const deadline = staffRegistrationDeadline(offering, offering.policy?.lateRegistrationDays);
  return deadline !== null && ctx.now >= deadline;
}
