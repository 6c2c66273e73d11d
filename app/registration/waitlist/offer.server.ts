import { and, eq, lte } from "drizzle-orm";
import { registrations } from "#drizzle/schema/registration";
import { getPublishedFacts } from "~/catalog/offerings/offering-facts.server";
import type { ActorContext, Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { formatDateTime } from "~/platform/format";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { sendRegistered } from "~/registration/messages/seat-message.server";
import { withinFence } from "~/registration/seats/fence.server";
import { requestExpiry } from "./offer-expiry";
import { lapseEach } from "./lapse.server";
import { addressee, describeOffering, replyToOf } from "~/registration/messages/offering-message.server";
import type { RegistrationRefusal } from "~/registration/seats/refusal";
import { changeStatus, findMyRegistration, type Registration } from "~/registration/seats/registration-row.server";
import { askSupervisor, checkSupervisor } from "~/registration/approval/supervisor.server";
import { isOffered, type Offered } from "~/registration/seats/held-seat";
import { offerFreedSeats } from "./waitlist.server";

/**
 * The person accepts the seat that is held for them, before the offer lapses. Where the offering needs a supervisor's
 * approval, the seat stays held until they have answered.
 */
export function acceptOffer(
  ctx: ActorContext,
  registrationId: string,
  input: { supervisorEmail?: string | undefined } = {},
): Outcome<Registration, RegistrationRefusal> {
  return answerOffer(ctx, registrationId, (tx, registration) => {
    const facts = getPublishedFacts(tx, registration.offeringId);
    const { state, supervisorHours, startsAt } = facts.offering;
    if (state === "cancelled") return refuse("not-possible-now");
    if (supervisorHours === null) {
      const accepted = changeStatus(tx, ctx, registration, "registered");
      sendRegistered(tx, ctx, facts, accepted);
      return ok(accepted);
    }
    const supervisor = checkSupervisor(tx, ctx, input.supervisorEmail);
    if (!supervisor.ok) return supervisor;
    const requestExpiresAt = requestExpiry(ctx.now, supervisorHours, startsAt);
    const requested = changeStatus(tx, ctx, registration, "requested", { requestExpiresAt });
    askSupervisor(tx, ctx, facts, requested, { supervisorEmail: supervisor.value, requestExpiresAt });
    return ok(requested);
  });
}

/** The person gives the held seat back; it goes to the next. */
export function declineOffer(ctx: ActorContext, registrationId: string): Outcome<Registration, RegistrationRefusal> {
  return answerOffer(ctx, registrationId, (tx, registration) => {
    const declined = changeStatus(tx, ctx, registration, "declined", { reason: "declined by the person" });
    offerFreedSeats(tx, ctx, getPublishedFacts(tx, registration.offeringId));
    return ok(declined);
  });
}

/** Ends offers whose time has passed and offers their seats to the next. Returns how many lapsed. */
export function lapseExpiredOffers(ctx: Context): number {
  const due = and(eq(registrations.status, "offered"), lte(registrations.offerExpiresAt, ctx.now));
  return lapseEach(ctx, "lapse-seat-offers", due, (tx, ctx, registration) => {
    if (isOffered(registration)) lapse(tx, ctx, registration);
  });
}

function answerOffer(
  ctx: ActorContext,
  registrationId: string,
  answer: (tx: Transaction, registration: Registration) => Outcome<Registration, RegistrationRefusal>,
): Outcome<Registration, RegistrationRefusal> {
  return withinFence(ctx.db, (tx) => {
    const registration = findMyRegistration(tx, ctx, registrationId);
    if (!registration) return refuse("unknown-registration");
    if (registration.status === "declined") return refuse("offer-lapsed");
    if (!isOffered(registration)) return refuse("not-possible-now");
    if (registration.offerExpiresAt <= ctx.now) {
      lapse(tx, ctx, registration);
      return refuse("offer-lapsed");
    }
    return answer(tx, registration);
  });
}

function lapse(tx: Transaction, ctx: Context, registration: Offered<Registration>): void {
  const lapsedAt = registration.offerExpiresAt;
  changeStatus(tx, ctx, registration, "declined", { reason: "the offer lapsed" });
  const facts = getPublishedFacts(tx, registration.offeringId);
  const { personName, ...to } = addressee(tx, registration.personId);
  enqueueMessage(tx, ctx, {
    kind: "offer-lapsed",
    subjectId: registration.id,
    ...to,
    replyTo: replyToOf(facts),
    payload: { ...describeOffering(facts), personName, lapsedAt: formatDateTime(lapsedAt, facts.offering.timeZone) },
  });
  offerFreedSeats(tx, ctx, facts);
}
