import { isInstructor, type PublishedFacts } from "~/catalog/offerings/offering-facts.server";
import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { sendRegistered, sendWaitlisted } from "~/registration/messages/seat-message.server";
import { requestExpiry } from "~/registration/waitlist/offer-expiry";
import { countSeats, findLiveRegistration, insertRegistration, type Registration } from "./registration-row.server";
import { decideSeat } from "./seats";
import { askSupervisor } from "~/registration/approval/supervisor.server";

/** For whom a place is taken, and what goes with it. */
export interface Entry {
  personId: string;
  /** Why, when somebody else does it. */
  reason?: string;
  /** Whose approval the seat waits for; absent where none is needed. */
  supervisorEmail?: string | undefined;
}

/**
 * Takes a seat, or a position on the waitlist, for somebody: the one way into an offering for people themselves, for staff
 * and for imports (R1–R3). Tells the person. Call it within the fence.
 */
export function enterOffering(
  tx: Transaction,
  ctx: Context,
  facts: PublishedFacts,
  { personId, reason, supervisorEmail }: Entry,
): Outcome<Registration, "already-registered" | "own-offering" | "full"> {
  const { offering } = facts;
  if (findLiveRegistration(tx, offering.id, personId)) return refuse("already-registered");
  if (isInstructor(facts, personId)) return refuse("own-offering");
  const place = decideSeat(countSeats(tx, offering));
  if (place === "full") return refuse("full");
  const row = { offeringId: offering.id, personId, reason };
  if (place === "waitlist") {
    const waiting = insertRegistration(tx, ctx, { ...row, status: "waitlisted" });
    sendWaitlisted(tx, ctx, facts, waiting);
    return ok(waiting);
  }
  if (supervisorEmail && offering.supervisorHours !== null) {
    const requestExpiresAt = requestExpiry(ctx.now, offering.supervisorHours, offering.startsAt);
    const requested = insertRegistration(tx, ctx, { ...row, status: "requested", requestExpiresAt });
    askSupervisor(tx, ctx, facts, requested, { supervisorEmail, requestExpiresAt });
    return ok(requested);
  }
  const registered = insertRegistration(tx, ctx, { ...row, status: "registered" });
  sendRegistered(tx, ctx, facts, registered);
  return ok(registered);
}
