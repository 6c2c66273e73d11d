import { eq } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { outboxMessages } from "#drizzle/schema/messages";
import { registrations } from "#drizzle/schema/registration";
import type { Database } from "~/platform/database/database.server";
import { holdsSeat, isLive, type RegistrationStatus } from "~/registration/seats/status";

interface Change {
  registrationId: string;
  personId: string;
  arrival: number;
  fromStatus: RegistrationStatus | null;
  toStatus: RegistrationStatus;
  reason: string | null;
}

/** The messages that belong to a change. */
function messagesOf({ fromStatus, toStatus, reason }: Change): string[] {
  const kinds: Partial<Record<RegistrationStatus, string[]>> = {
    registered: ["registered"],
    waitlisted: ["waitlisted"],
    offered: ["seat-offered"],
    requested: ["requested", "supervisor-request"],
    withdrawn: ["withdrawn"],
    cancelled: ["offering-cancelled"],
  };
  if (toStatus !== "declined") return kinds[toStatus] ?? [];
  if (fromStatus === "requested") return ["request-declined"];
  return reason === "the offer lapsed" ? ["offer-lapsed"] : [];
}

/**
 * Plays the history of an offering's registrations again, change by change in the order in which they were committed, and
 * lists whatever broke a rule at any moment (R1–R3) or was told twice or not at all.
 * @param options `mostSeats` where the capacity was another at times; `outOfTurn` where staff seated people by hand
 */
export function findViolations(
  db: Database,
  offeringId: string,
  { mostSeats, outOfTurn = false }: { mostSeats?: number; outOfTurn?: boolean } = {},
): string[] {
  const row = db.select().from(offerings).where(eq(offerings.id, offeringId)).get()!;
  const offering = { ...row, capacity: mostSeats ?? row.capacity };
  const changes = listChanges(db, offeringId);
  const now = new Map<string, Change>();
  const found: string[] = [];
  for (const change of changes) {
    if (!outOfTurn) found.push(...judgeNewcomer(change, now, offering.capacity));
    now.set(change.registrationId, change);
    found.push(...judgeState(now, offering));
  }
  return [...found, ...judgeMessages(db, changes), ...judgeOrder(changes)];
}

/** The most seats that were held at one moment. */
export function mostHeld(db: Database, offeringId: string): number {
  const now = new Map<string, Change>();
  let most = 0;
  for (const change of listChanges(db, offeringId)) {
    now.set(change.registrationId, change);
    most = Math.max(most, [...now.values()].filter(({ toStatus }) => holdsSeat(toStatus)).length);
  }
  return most;
}

function listChanges(db: Database, offeringId: string): Change[] {
  // Row ids count up with each insert, and writers take turns: their order is that of the transactions.
  return db.$client
    .prepare(
      `select c.registration_id as registrationId, r.person_id as personId, r.arrival as arrival,
         c.from_status as fromStatus, c.to_status as toStatus, c.reason as reason
       from registration_changes c join registrations r on r.id = c.registration_id
       where r.offering_id = ? order by c.rowid`,
    )
    .all(offeringId) as Change[];
}

function judgeNewcomer(change: Change, now: ReadonlyMap<string, Change>, capacity: number): string[] {
  const waiting = [...now.values()].filter(({ toStatus }) => toStatus === "waitlisted");
  const found: string[] = [];
  if (change.toStatus === "offered" && waiting.some(({ arrival }) => arrival < change.arrival))
    found.push(`R1: ${change.arrival} was offered a seat before somebody who came earlier`);
  if (change.fromStatus === null && change.toStatus === "registered" && waiting.length > 0)
    found.push(`R1: ${change.arrival} took a seat while others waited`);
  const held = [...now.values()].filter(({ toStatus }) => holdsSeat(toStatus)).length;
  if (change.fromStatus === null && change.toStatus === "waitlisted" && held < capacity && waiting.length === 0)
    found.push(`R1: ${change.arrival} had to wait while a seat was free`);
  return found;
}

function judgeState(now: ReadonlyMap<string, Change>, offering: typeof offerings.$inferSelect): string[] {
  const all = [...now.values()];
  const found: string[] = [];
  const held = all.filter(({ toStatus }) => holdsSeat(toStatus)).length;
  if (held > offering.capacity) found.push(`R2: ${held} of ${offering.capacity} seats were held`);
  const waiting = all.filter(({ toStatus }) => toStatus === "waitlisted").length;
  if (offering.waitlistLimit !== null && waiting > offering.waitlistLimit)
    found.push(`R1: ${waiting} waited on a waitlist of ${offering.waitlistLimit}`);
  const live = all.filter(({ toStatus }) => isLive(toStatus)).map(({ personId }) => personId);
  if (new Set(live).size < live.length) found.push("R3: a person had two live registrations");
  return found;
}

function judgeMessages(db: Database, changes: readonly Change[]): string[] {
  const expected = changes.flatMap((change) => messagesOf(change).map((kind) => `${kind} ${change.registrationId}`));
  const ours = new Set(changes.map(({ registrationId }) => registrationId));
  const told = db
    .select()
    .from(outboxMessages)
    .all()
    .filter(({ subjectId }) => ours.has(subjectId))
    .map(({ kind, subjectId }) => `${kind} ${subjectId}`);
  const same = JSON.stringify([...expected].sort()) === JSON.stringify([...told].sort());
  return same ? [] : [`${expected.length} changes to tell of, and ${told.length} messages`];
}

function judgeOrder(changes: readonly Change[]): string[] {
  const arrivals = changes.filter(({ fromStatus }) => fromStatus === null).map(({ arrival }) => arrival);
  const inOrder = arrivals.every((arrival, index) => index === 0 || arrival > arrivals[index - 1]!);
  return inOrder ? [] : ["R1: the numbers of arrival are not in the order of arrival"];
}

/** The statuses that people of an offering have at the end, counted. */
export function countStatusesOf(db: Database, offeringId: string): Partial<Record<RegistrationStatus, number>> {
  const counts: Partial<Record<RegistrationStatus, number>> = {};
  for (const { status } of db.select().from(registrations).where(eq(registrations.offeringId, offeringId)).all())
    counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
