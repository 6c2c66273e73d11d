import { and, eq, sql } from "drizzle-orm";
import { attendanceMarks, heldMarks, walkIns } from "#drizzle/schema/attendance";
import { instructors, offerings, sessions } from "#drizzle/schema/catalog";
import { registrations } from "#drizzle/schema/registration";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { findKept } from "~/attendance/kept/kept-roster.server";
import type { MarkMethod } from "~/attendance/marks/mark-kind";
import { findConfirmation } from "~/attendance/presence/confirmation.server";
import { readBearer, type PassBearer } from "~/attendance/scan/pass-bearer.server";
import type { PassKey } from "~/attendance/scan/pass-check";
import { listPassKeys } from "~/attendance/scan/pass-key.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import type { ActorContext } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { ROSTER_STATUSES } from "~/registration/seats/status";
import type { QueuedFacts } from "./queued-decision";
import type { QueuedMark } from "./queued-mark";

/** What is known of an offering as a device sends marks of it; read once for all of them. */
export interface OfferingFacts {
  /** Null where the sender may not take its attendance. */
  offering: Offering | null;
  device: QueuedFacts["device"];
  confirmed: boolean;
  expected: ReadonlySet<string>;
  /** Everybody who ever was registered. */
  ever: ReadonlySet<string>;
  /** The public keys of its provider for passes; read when the first pass comes. */
  passKeys: () => readonly PassKey[];
}

/** Reads what a device's marks of an offering are held against. */
export function readOffering(tx: Transaction, ctx: ActorContext, offeringId: string, device: string): OfferingFacts {
  const kept = findKept(tx, ctx.actor.personId, { offeringId, device });
  const registered = tx
    .select({ personId: registrations.personId, status: registrations.status })
    .from(registrations)
    .where(eq(registrations.offeringId, offeringId))
    .all();
  const teaching = tx
    .select({ personId: instructors.personId })
    .from(instructors)
    .where(eq(instructors.offeringId, offeringId))
    .all();
  const onRoster = registered.filter(({ status }) => (ROSTER_STATUSES as readonly string[]).includes(status));
  return {
    offering: findMyOffering(tx, ctx, offeringId),
    device: kept ? (kept.removedAt === null ? "kept" : "removed") : "never",
    confirmed: findConfirmation(tx, offeringId) !== null,
    expected: new Set([...onRoster, ...teaching].flatMap(({ personId }) => personId ?? [])),
    ever: new Set(registered.map(({ personId }) => personId)),
    passKeys: readOnce(() => listKeysOf(tx, offeringId)),
  };
}

function readOnce<Value>(read: () => Value): () => Value {
  let known: { value: Value } | undefined;
  return () => (known ??= { value: read() }).value;
}

function listKeysOf(tx: Transaction, offeringId: string): PassKey[] {
  const row = tx.select({ providerId: offerings.providerId }).from(offerings).where(eq(offerings.id, offeringId)).get();
  return row ? listPassKeys(tx, row.providerId) : [];
}

/** A session of an offering as it is now; null when it is no more. */
export function findSession(tx: Transaction, offeringId: string, sessionId: string) {
  const theirs = and(eq(sessions.id, sessionId), eq(sessions.offeringId, offeringId));
  return tx.select().from(sessions).where(theirs).get() ?? null;
}

/** The marks and held marks that have these nonces already, by nonce. */
export function readUsed(tx: Transaction, nonces: readonly string[]): Map<string, UsedNonce> {
  // One value, however many they are.
  const wanted = sql`(select value from json_each(${JSON.stringify(nonces)}))`;
  const held = tx
    .select()
    .from(heldMarks)
    .where(sql`${heldMarks.nonce} in ${wanted}`)
    .all();
  const marks = tx
    .select()
    .from(attendanceMarks)
    .where(sql`${attendanceMarks.nonce} in ${wanted}`)
    .all();
  return new Map([...held, ...marks].map((row) => [row.nonce, row]));
}

/** What a nonce that was used was used for. */
export type UsedNonce = Pick<
  typeof attendanceMarks.$inferSelect | typeof heldMarks.$inferSelect,
  "device" | "kind" | "recordedBy" | "sessionId"
>;

export const findMark = (tx: Transaction, nonce: string) =>
  tx.select().from(attendanceMarks).where(eq(attendanceMarks.nonce, nonce)).get() ?? null;

export const findHeld = (tx: Transaction, nonce: string) =>
  tx.select().from(heldMarks).where(eq(heldMarks.nonce, nonce)).get() ?? null;

/** Whether a mark's nonce was used, and for this very mark: by the same person, on the same device, of the same session and kind. */
export function nonceUse(
  used: UsedNonce | undefined,
  { actor }: ActorContext,
  device: string,
  mark: QueuedMark,
): QueuedFacts["nonce"] {
  if (!used) return "unused";
  const isSame =
    used.device === device &&
    used.kind === mark.kind &&
    used.recordedBy === actor.personId &&
    (used.sessionId === mark.sessionId || used.sessionId === null);
  return isSame ? "same" : "other";
}

/** Whom a mark is about, as its row names them. */
export type Whose =
  | { personId: string; walkInId: null }
  | { personId: null; walkInId: string }
  | { personId: null; walkInId: null; name: string; email: string | null };

interface Found {
  whose: Whose;
  standing: PassBearer["standing"];
}

/**
 * Whom a mark from a device is about, and how they stand to the offering; null for nobody of it. A pass says more of that than the
 * roster that the device kept; one that is not real is a reason to refuse the mark for good.
 */
export function findWhose(
  tx: Transaction,
  facts: OfferingFacts,
  mark: QueuedMark,
): Outcome<Found | null, "forged-pass" | "unknown-pass-key"> {
  if (mark.pass === null) return ok(findNamed(tx, facts, mark));
  const bearer = readBearer(tx, mark.pass, { offeringId: mark.offeringId, keys: facts.passKeys() });
  if (!bearer.ok) return bearer.reason === "not-on-roster" ? ok(null) : refuse(bearer.reason);
  const { personId, standing } = bearer.value;
  // Whoever registered anew since is expected all the same.
  const isExpected = standing === "left" && facts.expected.has(personId);
  return ok({ whose: { personId, walkInId: null }, standing: isExpected ? "expected" : standing });
}

function findNamed(tx: Transaction, { expected, ever }: OfferingFacts, { who, offeringId }: QueuedMark): Found | null {
  if ("name" in who) return { whose: { personId: null, walkInId: null, ...who }, standing: "expected" };
  if ("personId" in who) {
    const { personId } = who;
    const whose = { personId, walkInId: null };
    if (expected.has(personId)) return { whose, standing: "expected" };
    return ever.has(personId) ? { whose, standing: "left" } : null;
  }
  if ("walkInId" in who) return findNoted(tx, offeringId, who.walkInId);
  // Only a pass says who has a registration.
  if ("registrationId" in who) return null;
  const mark = findMark(tx, who.notedBy);
  if (mark?.walkInId) return findNoted(tx, offeringId, mark.walkInId);
  if (mark?.personId) return findSeated(tx, offeringId, mark.personId);
  const held = findHeld(tx, who.notedBy);
  // Whoever was noted by a mark that waits is decided on with it.
  if (held?.offeringId !== offeringId) return null;
  if (held.personId !== null) return { whose: { personId: held.personId, walkInId: null }, standing: "left" };
  if (held.walkInName === null) return null;
  return {
    whose: { personId: null, walkInId: null, name: held.walkInName, email: held.walkInEmail },
    standing: "left",
  };
}

/** Somebody who was taken in at the door with a seat, as they stand now: they may have been by a mark just before this one. */
function findSeated(tx: Transaction, offeringId: string, personId: string): Found | null {
  const theirs = and(eq(registrations.offeringId, offeringId), eq(registrations.personId, personId));
  const rows = tx.select({ status: registrations.status }).from(registrations).where(theirs).all();
  if (rows.length === 0) return null;
  const isExpected = rows.some(({ status }) => (ROSTER_STATUSES as readonly string[]).includes(status));
  return { whose: { personId, walkInId: null }, standing: isExpected ? "expected" : "left" };
}

function findNoted(tx: Transaction, offeringId: string, walkInId: string): Found | null {
  const theirs = and(eq(walkIns.id, walkInId), eq(walkIns.offeringId, offeringId));
  const noted = tx.select().from(walkIns).where(theirs).get();
  if (!noted) return null;
  // Matched meanwhile: the marks are the person's.
  const { personId } = noted;
  return { whose: personId ? { personId, walkInId: null } : { personId: null, walkInId }, standing: "expected" };
}

/** How a mark from a device came about. */
export function methodOf({ pass, who }: QueuedMark): MarkMethod {
  if (pass !== null) return "scan";
  return "name" in who ? "walk-in" : "roster";
}
