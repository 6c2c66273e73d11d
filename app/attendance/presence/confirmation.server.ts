import { and, desc, eq, gt, gte, lt, or } from "drizzle-orm";
import { attendanceConfirmations, attendanceMarks, walkIns } from "#drizzle/schema/attendance";
import { sessions } from "#drizzle/schema/catalog";
import { standing } from "~/attendance/marks/mark-rows.server";
import type { Reader } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";

/** The newest confirmation of an offering's attendance, if there is one (T3). */
export function findConfirmation(db: Reader, offeringId: string) {
  return (
    db
      .select()
      .from(attendanceConfirmations)
      .where(eq(attendanceConfirmations.offeringId, offeringId))
      .orderBy(desc(attendanceConfirmations.id))
      .limit(1)
      .get() ?? null
  );
}

export type Confirmation = NonNullable<ReturnType<typeof findConfirmation>>;

/** Whether attendance was confirmed since an offering ended, at this instant: before, more was to come. */
export function isConfirmedSince(db: Reader, offeringId: string, endsAt: number): boolean {
  const { confirmedAt } = attendanceConfirmations;
  const confirmed = and(eq(attendanceConfirmations.offeringId, offeringId), gte(confirmedAt, endsAt));
  return (
    db.select({ id: attendanceConfirmations.id }).from(attendanceConfirmations).where(confirmed).get() !== undefined
  );
}

/**
 * Whether the marks that count are others than when attendance was confirmed, or a walk-in was matched since: it should be
 * confirmed again. A mark that was made and undone since is as if it had never been.
 */
export function hasChangedSince(db: Reader, confirmation: Confirmation): boolean {
  const { offeringId } = confirmation;
  const voidsOlder = lt(attendanceMarks.voidsMarkId, confirmation.id);
  const mark = db
    .select({ id: attendanceMarks.id })
    .from(attendanceMarks)
    .innerJoin(sessions, eq(sessions.id, attendanceMarks.sessionId))
    // Ids sort by when they were made; the marks of the confirmation itself come before it.
    .where(and(eq(sessions.offeringId, offeringId), gt(attendanceMarks.id, confirmation.id), or(standing, voidsOlder)))
    .limit(1)
    .get();
  if (mark) return true;
  const matched = and(eq(walkIns.offeringId, offeringId), gt(walkIns.matchedAt, confirmation.confirmedAt));
  return db.select({ id: walkIns.id }).from(walkIns).where(matched).limit(1).get() !== undefined;
}

/** A correction after attendance was confirmed says why (T1). */
export function requireReason(
  db: Reader,
  offeringId: string,
  reason: string | undefined,
): Outcome<null, "reason-needed"> {
  return reason || !findConfirmation(db, offeringId) ? ok(null) : refuse("reason-needed");
}
