import { and, asc, eq, lte } from "drizzle-orm";
import { registrations } from "#drizzle/schema/registration";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database.server";
import { origin } from "~/platform/env.server";
import { formatDateTime } from "~/platform/format";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { enqueueMessage } from "~/platform/outbox.server";
import { policyOf } from "~/catalog/provider-policy.server";
import { sendRegistered } from "./confirmation.server";
import { addressee, describeOffering } from "./offering-message.server";
import type { RegistrationRefusal } from "./refusal";
import { changeStatus, countSeats, listWaiting, type Registration } from "./registration-row.server";
import { seatsToOffer } from "./seats";
import { offerExpiry, registrationWindowAt } from "./window";

/** Offers freed seats to the head of the queue while anyone waits (R1, R2). Call it in every change that frees a seat. */
export function offerFreedSeats(tx: Transaction, ctx: Context, offeringId: string): void {
  const { offering, message } = describeOffering(tx, offeringId);
  if (registrationWindowAt(offering, ctx.now) !== "open") return;
  const next = listWaiting(tx, offeringId, seatsToOffer(countSeats(tx, offeringId)));
  if (next.length === 0) return;
  const expiresAt = offerExpiry(ctx.now, policyOf(tx, offering).offerHours, offering.startsAt!);
  for (const waiting of next) {
    const offered = changeStatus(tx, ctx, waiting, "offered", { offerExpiresAt: expiresAt });
    const { personName, ...to } = addressee(tx, waiting.personId);
    enqueueMessage(tx, ctx, {
      kind: "seat-offered",
      subjectId: offered.id,
      ...to,
      payload: {
        ...message,
        personName,
        heldUntil: formatDateTime(expiresAt, offering.timeZone),
        actionUrl: `${origin}/registrations/${offered.id}`,
      },
    });
  }
}

/** The person accepts the seat that is held for them, before the offer lapses. */
export function acceptOffer(ctx: ActorContext, registrationId: string): Outcome<Registration, RegistrationRefusal> {
  return answerOffer(ctx, registrationId, (tx, registration) => {
    const accepted = changeStatus(tx, ctx, registration, "registered");
    sendRegistered(tx, ctx, accepted);
    return accepted;
  });
}

/** The person gives the held seat back; it goes to the next. */
export function declineOffer(ctx: ActorContext, registrationId: string): Outcome<Registration, RegistrationRefusal> {
  return answerOffer(ctx, registrationId, (tx, registration) => {
    const declined = changeStatus(tx, ctx, registration, "declined", { reason: "declined by the person" });
    offerFreedSeats(tx, ctx, registration.offeringId);
    return declined;
  });
}

/** Ends offers whose time has passed and offers their seats to the next. Returns how many lapsed. */
export function lapseExpiredOffers(ctx: Context): number {
  const expired = and(eq(registrations.status, "offered"), lte(registrations.offerExpiresAt, ctx.now));
  const due = ctx.db
    .select({ id: registrations.id })
    .from(registrations)
    .where(expired)
    .orderBy(asc(registrations.id))
    .all();
  let count = 0;
  for (const { id } of due) {
    count += inTransaction(ctx.db, (tx) => {
      const registration = tx
        .select()
        .from(registrations)
        .where(and(eq(registrations.id, id), expired))
        .get();
      if (!registration) return 0;
      lapse(tx, ctx, registration);
      return 1;
    });
  }
  return count;
}

function answerOffer(
  ctx: ActorContext,
  registrationId: string,
  answer: (tx: Transaction, registration: Registration) => Registration,
): Outcome<Registration, RegistrationRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const registration = tx
      .select()
      .from(registrations)
      .where(and(eq(registrations.id, registrationId), eq(registrations.personId, ctx.actor.personId)))
      .get();
    if (!registration) return refuse("unknown-registration");
    if (registration.status === "declined") return refuse("offer-lapsed");
    if (registration.status !== "offered") return refuse("not-possible-now");
    if (registration.offerExpiresAt! <= ctx.now) {
      lapse(tx, ctx, registration);
      return refuse("offer-lapsed");
    }
    return ok(answer(tx, registration));
  });
}

function lapse(tx: Transaction, ctx: Context, registration: Registration): void {
  const lapsedAt = registration.offerExpiresAt!;
  changeStatus(tx, ctx, registration, "declined", { reason: "the offer lapsed" });
  const { offering, message } = describeOffering(tx, registration.offeringId);
  const { personName, ...to } = addressee(tx, registration.personId);
  enqueueMessage(tx, ctx, {
    kind: "offer-lapsed",
    subjectId: registration.id,
    ...to,
    payload: { ...message, personName, lapsedAt: formatDateTime(lapsedAt, offering.timeZone) },
  });
  offerFreedSeats(tx, ctx, registration.offeringId);
}
