import { and, asc, count, eq, inArray, max, sql } from "drizzle-orm";
import { registrationChanges, registrations } from "#drizzle/schema/registration";
import type { Offering } from "~/catalog/offerings/offering.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext, Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { aggregateOf, rowOf } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";
import type { SeatCounts } from "./seats";
import { canFollow, LIVE_STATUSES, REGISTRATION_STATUSES, type RegistrationStatus } from "./status";

export type Registration = typeof registrations.$inferSelect;

/** The counts that every path decides on (R2), read in its own transaction, as the offering was. */
export function countSeats(
  db: Reader,
  { id, capacity, waitlistLimit }: Pick<Offering, "id" | "capacity" | "waitlistLimit">,
): SeatCounts {
  return { capacity, waitlistLimit, ...countStatuses(db, [id])(id) };
}

/** How many people of an offering hold a seat in each way, and how many wait. */
type StatusCounts = Omit<SeatCounts, "capacity" | "waitlistLimit">;

const NOBODY: StatusCounts = { registered: 0, offered: 0, requested: 0, waiting: 0 };

/**
 * Counts for many offerings in one statement.
 * @returns what each of them has, without its capacity; zeros where nobody has registered
 */
export function countStatuses(db: Reader, offeringIds: readonly string[]): (offeringId: string) => StatusCounts {
  const counts = new Map<string, StatusCounts>();
  const rows = db
    .select({ offeringId: registrations.offeringId, status: registrations.status, count: count() })
    .from(registrations)
    .where(and(inArray(registrations.offeringId, [...offeringIds]), inArray(registrations.status, [...LIVE_STATUSES])))
    .groupBy(registrations.offeringId, registrations.status)
    .all();
  for (const row of rows) {
    const entry = counts.get(row.offeringId) ?? { ...NOBODY };
    if (row.status === "waitlisted") entry.waiting += row.count;
    else if (row.status === "offered" || row.status === "requested") entry[row.status] += row.count;
    else entry.registered += row.count;
    counts.set(row.offeringId, entry);
  }
  return (offeringId) => counts.get(offeringId) ?? NOBODY;
}

/** How many people of an offering have each status, in the statuses' order; those that nobody has are left out. */
export function countByStatus(db: Reader, offeringId: string): { status: RegistrationStatus; count: number }[] {
  return db
    .select({ status: registrations.status, count: count() })
    .from(registrations)
    .where(eq(registrations.offeringId, offeringId))
    .groupBy(registrations.status)
    .all()
    .sort((a, b) => REGISTRATION_STATUSES.indexOf(a.status) - REGISTRATION_STATUSES.indexOf(b.status));
}

/** A registration by its id; null when there is none. */
export function findRegistration(db: Reader, registrationId: string): Registration | null {
  return registrationById(db, registrationId).get() ?? null;
}

/**
 * A registration that a row of ours is about.
 * @throws Error when there is none
 */
export function getRegistration(db: Reader, registrationId: string): Registration {
  return rowOf(registrationById(db, registrationId), `registration ${registrationId}`);
}

const registrationById = (db: Reader, registrationId: string) =>
  db.select().from(registrations).where(eq(registrations.id, registrationId));

/** A registration of the actor's; null for anybody else's. */
export function findMyRegistration(db: Reader, ctx: ActorContext, registrationId: string): Registration | null {
  const found = findRegistration(db, registrationId);
  return found?.personId === ctx.actor.personId ? found : null;
}

/** The person's one live registration for the offering (R3), if any. */
export function findLiveRegistration(db: Reader, offeringId: string, personId: string): Registration | null {
  return (
    db
      .select()
      .from(registrations)
      .where(
        and(
          eq(registrations.offeringId, offeringId),
          eq(registrations.personId, personId),
          inArray(registrations.status, [...LIVE_STATUSES]),
        ),
      )
      .get() ?? null
  );
}

/** What a new registration is. `requestExpiresAt` is for a request only, epoch milliseconds. */
interface NewRegistration {
  offeringId: string;
  personId: string;
  status: RegistrationStatus;
  requestExpiresAt?: number | undefined;
  reason?: string | undefined;
}

/** Inserts a registration, next in the order of arrival, with the first row of its history. */
export function insertRegistration(tx: Transaction, ctx: Context, input: NewRegistration): Registration {
  const { offeringId, personId, status, requestExpiresAt = null } = input;
  const row = {
    id: newId(),
    offeringId,
    personId,
    status,
    arrival: nextArrival(tx, offeringId),
    offerExpiresAt: null,
    requestExpiresAt,
    moveToldAt: null,
    moveConfirmedAt: null,
    organizer: null,
    calendarSeries: null,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  };
  tx.insert(registrations).values(row).run();
  recordChange(tx, ctx, row, null, status, input.reason);
  return row;
}

/**
 * Moves a registration on, with a row of history (R7).
 * @param options `offerExpiresAt` for an offered seat and `requestExpiresAt` for a request only, epoch milliseconds
 * @throws Error when the status may not follow, or another has changed the row
 */
export function changeStatus(
  tx: Transaction,
  ctx: Context,
  registration: Registration,
  status: RegistrationStatus,
  options: { reason?: string | undefined; offerExpiresAt?: number; requestExpiresAt?: number } = {},
): Registration {
  if (!canFollow(registration.status, status)) {
    throw new Error(`A registration that is ${registration.status} cannot become ${status}.`);
  }
  const values = {
    status,
    offerExpiresAt: options.offerExpiresAt ?? null,
    requestExpiresAt: options.requestExpiresAt ?? null,
    updatedAt: ctx.now,
  };
  const result = tx
    .update(registrations)
    .set(values)
    .where(and(eq(registrations.id, registration.id), eq(registrations.status, registration.status)))
    .run();
  if (result.changes !== 1) throw new Error(`Registration ${registration.id} is not ${registration.status} any more.`);
  recordChange(tx, ctx, registration, registration.status, status, options.reason);
  return { ...registration, ...values };
}

/**
 * The position on the waitlist, 1 for the next, by the order of arrival (R1); null for a registration that does not wait. The
 * outer row is named in full: in a statement on one table, columns lose their table and would mean the inner one's.
 */
export const queuePosition = sql<number | null>`case when registrations.status = 'waitlisted' then (
  select count(*) from registrations ahead where ahead.offering_id = registrations.offering_id
    and ahead.status = 'waitlisted' and ahead.arrival <= registrations.arrival) end`;

/** The position on the waitlist of one registration. */
export function waitlistPosition(db: Reader, { id }: Pick<Registration, "id">): number | null {
  return db.select({ place: queuePosition }).from(registrations).where(eq(registrations.id, id)).get()?.place ?? null;
}

/** The next in the queue, first come, first served (R1). */
export function listWaiting(db: Reader, offeringId: string, limit: number): Registration[] {
  return db
    .select()
    .from(registrations)
    .where(and(eq(registrations.offeringId, offeringId), eq(registrations.status, "waitlisted")))
    .orderBy(asc(registrations.arrival))
    .limit(limit)
    .all();
}

/** Counts up in the transaction that inserts the row, so that two processes cannot swap two arrivals. */
function nextArrival(tx: Transaction, offeringId: string): number {
  const { last } = aggregateOf(
    tx
      .select({ last: max(registrations.arrival) })
      .from(registrations)
      .where(eq(registrations.offeringId, offeringId)),
  );
  return (last ?? 0) + 1;
}

function recordChange(
  tx: Transaction,
  ctx: Context,
  registration: Registration,
  from: RegistrationStatus | null,
  to: RegistrationStatus,
  reason?: string,
): void {
  tx.insert(registrationChanges)
    .values({
      id: newId(),
      registrationId: registration.id,
      fromStatus: from,
      toStatus: to,
      at: ctx.now,
      actorId: ctx.actor?.personId ?? null,
      reason: reason ?? null,
    })
    .run();
  recordAudit(tx, ctx, {
    action: `registration.${to}`,
    subjectId: registration.id,
    personId: registration.personId,
    detail: { offeringId: registration.offeringId, from, ...(reason && { reason }) },
  });
}
