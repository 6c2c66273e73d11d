import { and, desc, eq, isNull, ne, type SQL } from "drizzle-orm";
import { keptRosters } from "#drizzle/schema/attendance";
import { persons } from "#drizzle/schema/people";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { displayNameOf } from "~/people/persons/name";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { keptStateOf } from "./kept-roster";

/**
 * Notes that somebody signed out on a device of theirs, by which every roster on it is gone.
 * @param unsent how many marks stay there, sealed until they sign in again; null: it was not said
 */
export function leaveDevice(ctx: ActorContext, { device, unsent }: { device: string; unsent: number | null }): void {
  inTransaction(ctx.db, (tx) => {
    markLeft(tx, ctx, isMine(ctx, device), { leftUnsent: unsent, contactAt: ctx.now });
  });
}

/** Notes that somebody signed in where others had kept rosters: those are gone, their marks stay sealed until they sign in again. */
export function takeOverDevice(ctx: ActorContext, device: string): void {
  const whose = and(eq(keptRosters.device, device), ne(keptRosters.personId, ctx.actor.personId));
  inTransaction(ctx.db, (tx) => markLeft(tx, ctx, whose, { leftUnsent: null }));
}

function markLeft(
  tx: Transaction,
  ctx: ActorContext,
  whose: SQL | undefined,
  left: { leftUnsent: number | null; contactAt?: number },
): void {
  const gone = tx
    .update(keptRosters)
    .set({ leftAt: ctx.now, ...left })
    .where(and(whose, isNull(keptRosters.removedAt), isNull(keptRosters.leftAt)))
    .returning()
    .all();
  for (const { offeringId, device, label, personId, leftUnsent: unsent } of gone) {
    recordAudit(tx, ctx, { action: "roster.left", subjectId: offeringId, personId, detail: { device, label, unsent } });
  }
}

const isMine = ({ actor }: ActorContext, device: string) =>
  and(eq(keptRosters.device, device), eq(keptRosters.personId, actor.personId));

/**
 * Takes a device off at the desk: at its next contact its marks are suspect, and it wipes what it keeps.
 * @returns what the device calls itself
 */
export function removeDevice(
  ctx: ActorContext,
  { offeringId, keptId }: { offeringId: string; keptId: string },
): Outcome<string, "unknown-device"> {
  return inTransaction(ctx.db, (tx) => {
    const theirs = and(eq(keptRosters.id, keptId), eq(keptRosters.offeringId, offeringId));
    const kept = findMyOffering(tx, ctx, offeringId) && tx.select().from(keptRosters).where(theirs).get();
    if (!kept) return refuse("unknown-device");
    markRemoved(tx, ctx, kept);
    return ok(kept.label);
  });
}

/** Takes a roster off a device, unless it was taken off before. */
export function markRemoved(tx: Transaction, ctx: ActorContext, kept: typeof keptRosters.$inferSelect): void {
  const { changes } = tx
    .update(keptRosters)
    .set({ removedAt: ctx.now, removedBy: ctx.actor.personId })
    .where(and(eq(keptRosters.id, kept.id), isNull(keptRosters.removedAt)))
    .run();
  const detail = { device: kept.device, label: kept.label };
  const about = { subjectId: kept.offeringId, personId: kept.personId, detail };
  if (changes > 0) recordAudit(tx, ctx, { action: "roster.device-removed", ...about });
}

/** Notes that one of the actor's devices was heard of. Returns the offerings that it may not keep any longer. */
export function noteContact(tx: Transaction, ctx: ActorContext, device: string): string[] {
  const mine = isMine(ctx, device);
  tx.update(keptRosters).set({ contactAt: ctx.now }).where(mine).run();
  const rows = tx.select().from(keptRosters).where(mine).all();
  return rows
    .filter(({ removedAt, leftAt }) => removedAt !== null || leftAt !== null)
    .map(({ offeringId }) => offeringId);
}

/**
 * The devices that keep an offering's roster, or kept it, the last that was heard of first.
 * @param until when its time on them is over, epoch milliseconds
 * @returns with `unsent`, how many marks are known to wait there, sealed; null where that is not known
 */
export function listDevices({ db, now }: ActorContext, offeringId: string, until: number) {
  return db
    .select({ kept: keptRosters, person: persons })
    .from(keptRosters)
    .innerJoin(persons, eq(persons.id, keptRosters.personId))
    .where(eq(keptRosters.offeringId, offeringId))
    .orderBy(desc(keptRosters.contactAt))
    .all()
    .map(({ kept: { id, label, keptAt, contactAt, removedAt, leftAt, leftUnsent }, person }) => {
      const state = keptStateOf({ removedAt, leftAt, until }, now);
      // Whatever was heard since brought the marks along.
      const unsentSince = leftAt !== null && contactAt <= leftAt ? leftUnsent : 0;
      const unsent = state === "expired" ? null : unsentSince;
      return { id, label, keptAt, contactAt, removedAt, leftAt, until, state, unsent, whose: displayNameOf(person) };
    });
}
