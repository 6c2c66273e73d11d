import { and, eq, isNull, lte } from "drizzle-orm";
import { registrations, supervisorRequests } from "#drizzle/schema/registration";
import { getPublishedFacts, type PublishedFacts } from "~/catalog/offerings/offering-facts.server";
import { normalizeEmail } from "~/people/persons/name";
import { recordAudit } from "~/platform/audit/audit.server";
import { newSecret, sha256 } from "~/platform/secrets/codes.server";
import type { ActorContext, Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatDateTime } from "~/platform/format";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { openSecretLink } from "~/platform/secrets/secret-link.server";
import { sendRegistered } from "~/registration/messages/seat-message.server";
import { withinFence } from "~/registration/seats/fence.server";
import { lapseEach } from "~/registration/waitlist/lapse.server";
import { addressee, describeOffering, replyToOf } from "~/registration/messages/offering-message.server";
import { isRequested } from "~/registration/seats/held-seat";
import type { RegistrationRefusal } from "~/registration/seats/refusal";
import { changeStatus, findRegistration, type Registration } from "~/registration/seats/registration-row.server";
import { offerFreedSeats } from "~/registration/waitlist/waitlist.server";

/** An address that may approve: somebody's, and not the actor's own. */
export function checkSupervisor(
  tx: Transaction,
  ctx: ActorContext,
  email: string | undefined,
): Outcome<string, RegistrationRefusal> {
  if (!email) return refuse("no-supervisor");
  const address = normalizeEmail(email);
  return addressee(tx, ctx.actor.personId).recipient === address ? refuse("own-supervisor") : ok(address);
}

/**
 * Asks a supervisor to approve a request that holds a seat, and tells the person until when it is held.
 * @param ask `requestExpiresAt` in epoch milliseconds
 */
export function askSupervisor(
  tx: Transaction,
  ctx: Context,
  facts: PublishedFacts,
  registration: Registration,
  { supervisorEmail, requestExpiresAt }: { supervisorEmail: string; requestExpiresAt: number },
): void {
  const secret = insertRequest(tx, ctx, registration.id, supervisorEmail);
  const message = describeOffering(facts);
  const { personName, ...to } = addressee(tx, registration.personId);
  const heldUntil = formatDateTime(requestExpiresAt, facts.offering.timeZone);
  enqueueMessage(tx, ctx, {
    kind: "requested",
    subjectId: registration.id,
    ...to,
    replyTo: replyToOf(facts),
    payload: {
      ...message,
      personName,
      supervisorEmail,
      heldUntil,
      offeringUrl: `${origin}/registrations/${registration.id}`,
    },
  });
  const { offeringUrl: _url, ...about } = message;
  enqueueMessage(tx, ctx, {
    kind: "supervisor-request",
    subjectId: registration.id,
    personId: null,
    recipient: supervisorEmail,
    replyTo: replyToOf(facts),
    payload: {
      ...about,
      personName: supervisorEmail,
      educatorName: personName,
      heldUntil,
      actionUrl: `${origin}/approvals/${secret}`,
    },
  });
}

/** Notes whom a request waits for. Returns the secret of their link. */
function insertRequest(tx: Transaction, ctx: Context, registrationId: string, supervisorEmail: string): string {
  const secret = newSecret();
  tx.insert(supervisorRequests)
    .values({ id: newId(), registrationId, supervisorEmail, secretHash: sha256(secret), createdAt: ctx.now })
    .run();
  return secret;
}

/**
 * What a link's secret asks its reader to approve, and until when the seat is held for their answer; null when it stands
 * for nothing. Looking changes nothing (R5).
 */
export function findSupervisorRequest(db: Reader, secret: string) {
  const request = db
    .select()
    .from(supervisorRequests)
    .where(eq(supervisorRequests.secretHash, sha256(secret)))
    .get();
  const registration = request && findRegistration(db, request.registrationId);
  if (!request || !registration) return null;
  const isOpen = request.decidedAt === null && isRequested(registration);
  return { request, registration, heldUntil: isOpen ? registration.requestExpiresAt : null };
}

/** A supervisor approves or declines by the secret of their link: the seat becomes the person's, or goes to the next. */
export function answerSupervisorRequest(
  ctx: Context,
  input: { secret: string; approved: boolean; note?: string | undefined },
): Outcome<null, RegistrationRefusal | "too-many-tries"> {
  const opened = openSecretLink(ctx, () => findSupervisorRequest(ctx.db, input.secret));
  if (!opened.ok) return opened;
  return withinFence<Outcome<null, RegistrationRefusal>>(ctx.db, (tx) => {
    const found = findSupervisorRequest(tx, input.secret);
    if (!found) return refuse("link-expired");
    const { request, registration, heldUntil } = found;
    if (heldUntil === null) return refuse("not-possible-now");
    if (heldUntil <= ctx.now) {
      lapse(tx, ctx, registration);
      return refuse("request-lapsed");
    }
    const facts = getPublishedFacts(tx, registration.offeringId);
    if (facts.offering.state === "cancelled") return refuse("not-possible-now");
    const values = { decidedAt: ctx.now, approved: input.approved, note: input.note ?? null };
    tx.update(supervisorRequests).set(values).where(eq(supervisorRequests.id, request.id)).run();
    recordAudit(tx, ctx, {
      action: input.approved ? "registration.approved-by-supervisor" : "registration.declined-by-supervisor",
      subjectId: registration.id,
      personId: registration.personId,
      detail: { supervisor: request.supervisorEmail },
    });
    const reason = `${input.approved ? "approved" : "declined"} by ${request.supervisorEmail}`;
    if (!input.approved) {
      endRequest(tx, ctx, registration, { reason, note: input.note ?? null });
      return ok(null);
    }
    const seated = changeStatus(tx, ctx, registration, "registered", { reason });
    sendRegistered(tx, ctx, facts, seated);
    return ok(null);
  });
}

/** Gives up seats whose supervisors have not answered in time. Returns how many. */
export function lapseExpiredRequests(ctx: Context): number {
  const due = and(eq(registrations.status, "requested"), lte(registrations.requestExpiresAt, ctx.now));
  return lapseEach(ctx, "lapse-supervisor-requests", due, lapse);
}

/** Whom a request waits for; null when there is none that waits. */
export function findSupervisorEmail(db: Reader, registrationId: string): string | null {
  const open = and(eq(supervisorRequests.registrationId, registrationId), isNull(supervisorRequests.decidedAt));
  return db.select().from(supervisorRequests).where(open).get()?.supervisorEmail ?? null;
}

function lapse(tx: Transaction, ctx: Context, registration: Registration): void {
  endRequest(tx, ctx, registration, { reason: "the request lapsed", note: null });
}

function endRequest(
  tx: Transaction,
  ctx: Context,
  registration: Registration,
  { reason, note }: { reason: string; note: string | null },
): void {
  changeStatus(tx, ctx, registration, "declined", { reason });
  const facts = getPublishedFacts(tx, registration.offeringId);
  const { personName, ...to } = addressee(tx, registration.personId);
  const { sessions: _sessions, price: _price, ...about } = describeOffering(facts);
  enqueueMessage(tx, ctx, {
    kind: "request-declined",
    subjectId: registration.id,
    ...to,
    replyTo: replyToOf(facts),
    payload: { ...about, personName, lapsed: reason === "the request lapsed", note },
  });
  offerFreedSeats(tx, ctx, facts);
}
