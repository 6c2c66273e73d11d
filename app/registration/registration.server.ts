import { and, eq } from "drizzle-orm";
import { instructors, offerings } from "#drizzle/schema/catalog";
import { registrations } from "#drizzle/schema/registration";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database.server";
import { origin } from "~/platform/env.server";
import { formatDateTime } from "~/platform/format";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { enqueueMessage } from "~/platform/outbox.server";
import { policyOf } from "~/catalog/provider-policy.server";
import { sendRegistered, sendWaitlisted } from "./confirmation.server";
import { addressee, describeOffering } from "./offering-message.server";
import type { RegistrationRefusal } from "./refusal";
import {
  changeStatus,
  countSeats,
  findLiveRegistration,
  insertRegistration,
  type Registration,
} from "./registration-row.server";
import { decideSeat } from "./seats";
import { canFollow, holdsSeat } from "./status";
import { offerFreedSeats } from "./waitlist.server";
import { registrationWindowAt, selfCancelDeadline } from "./window";

/** The actor takes a seat in an offering, or a place on its waitlist (R1–R3). */
export function register(ctx: ActorContext, input: { offeringId: string }): Outcome<Registration, RegistrationRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const offering = tx.select().from(offerings).where(eq(offerings.id, input.offeringId)).get();
    if (!offering) return refuse("unknown-offering");
    const window = registrationWindowAt(offering, ctx.now);
    if (window !== "open") return refuse(window);
    const { personId } = ctx.actor;
    if (findLiveRegistration(tx, offering.id, personId)) return refuse("already-registered");
    if (teaches(tx, offering.id, personId)) return refuse("own-training");
    const status = decideSeat(countSeats(tx, offering.id));
    if (status === "full") return refuse("full");
    const registration = insertRegistration(tx, ctx, { offeringId: offering.id, personId, status });
    if (status === "registered") sendRegistered(tx, ctx, registration);
    else sendWaitlisted(tx, ctx, registration);
    return ok(registration);
  });
}

/**
 * The actor gives up their seat or their place on the waitlist. Until the provider's deadline for a seat, until the
 * start for a place on the waitlist or an offer (R4).
 */
export function withdraw(ctx: ActorContext, registrationId: string): Outcome<Registration, RegistrationRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const registration = tx
      .select()
      .from(registrations)
      .where(and(eq(registrations.id, registrationId), eq(registrations.personId, ctx.actor.personId)))
      .get();
    if (!registration) return refuse("unknown-registration");
    if (!canFollow(registration.status, "withdrawn")) return refuse("not-possible-now");
    const { offering } = describeOffering(tx, registration.offeringId);
    const deadline =
      registration.status === "registered"
        ? selfCancelDeadline(offering.startsAt!, policyOf(tx, offering).cancelDays)
        : offering.startsAt!;
    if (ctx.now >= deadline) return refuse("too-late-to-cancel");
    return ok(endRegistration(tx, ctx, registration, { reason: "by the person", staffName: null }));
  });
}

/**
 * Staff end somebody's registration, at any time before attendance is judged (R4). The caller has checked the right to
 * the offering.
 */
export function withdrawByStaff(
  ctx: ActorContext,
  input: { offeringId: string; registrationId: string; reason: string },
): Outcome<Registration, RegistrationRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const registration = tx
      .select()
      .from(registrations)
      .where(and(eq(registrations.id, input.registrationId), eq(registrations.offeringId, input.offeringId)))
      .get();
    if (!registration) return refuse("unknown-registration");
    if (!canFollow(registration.status, "withdrawn")) return refuse("not-possible-now");
    return ok(endRegistration(tx, ctx, registration, { reason: input.reason, staffName: ctx.actor.name }));
  });
}

/** Ends every live registration of an offering that is being cancelled, and tells everyone (R6). */
export function cancelRegistrations(tx: Transaction, ctx: Context, offeringId: string, reason: string): number {
  const { message } = describeOffering(tx, offeringId);
  const { offeringUrl: _url, price: _price, ...about } = message;
  const live = tx
    .select()
    .from(registrations)
    .where(eq(registrations.offeringId, offeringId))
    .all()
    .filter((registration) => canFollow(registration.status, "cancelled"));
  for (const registration of live) {
    changeStatus(tx, ctx, registration, "cancelled", { reason });
    const { personName, ...to } = addressee(tx, registration.personId);
    enqueueMessage(tx, ctx, {
      kind: "offering-cancelled",
      subjectId: registration.id,
      ...to,
      payload: {
        ...about,
        personName,
        reason,
        refund: null,
        catalogUrl: `${origin}/catalog`,
      },
    });
  }
  return live.length;
}

function endRegistration(
  tx: Transaction,
  ctx: Context,
  registration: Registration,
  { reason, staffName }: { reason: string; staffName: string | null },
): Registration {
  const ended = changeStatus(tx, ctx, registration, "withdrawn", { reason });
  const { offering, message } = describeOffering(tx, registration.offeringId);
  const { personName, ...to } = addressee(tx, registration.personId);
  const { sessions: _sessions, price: _price, ...about } = message;
  enqueueMessage(tx, ctx, {
    kind: "withdrawn",
    subjectId: registration.id,
    ...to,
    payload: {
      ...about,
      personName,
      withdrawnAt: formatDateTime(ctx.now, offering.timeZone),
      staffName,
      reason: staffName ? reason : null,
      refund: null,
    },
  });
  if (holdsSeat(registration.status)) offerFreedSeats(tx, ctx, registration.offeringId);
  return ended;
}

function teaches(tx: Transaction, offeringId: string, personId: string): boolean {
  return (
    tx
      .select({ id: instructors.id })
      .from(instructors)
      .where(and(eq(instructors.offeringId, offeringId), eq(instructors.personId, personId)))
      .get() !== undefined
  );
}
