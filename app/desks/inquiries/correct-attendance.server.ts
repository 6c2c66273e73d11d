import { eq } from "drizzle-orm";
import { sessions } from "#drizzle/schema/catalog";
import { groupMarks, insertMark, markKey } from "~/attendance/marks/mark-rows.server";
import { listRosterPersonIds } from "~/attendance/marks/marks.server";
import { findConfirmation } from "~/attendance/presence/confirmation.server";
import { derivePresence, listStanding } from "~/attendance/presence/presence";
import { describePresence } from "~/attendance/presence/presence-words";
import { listSessions, type Session } from "~/catalog/offerings/offering-parts.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, orTakenBack, type Reader, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { type Outcome, refuse } from "~/platform/outcome";
import { addDays, dateOf, toInstant } from "~/platform/time/time-zone";
import { type Answer, getAnswerable, writeAnswer } from "./inbox.server";
import type { InquiryRefusal } from "./inquiry";

interface Correction extends Answer {
  sessionId: string;
  /** Wall times HH:MM at the session. */
  from: string;
  until: string;
}

/** How somebody stands at each session of an offering, for who answers a question about it. */
export function listAttendanceOf(db: Reader, offeringId: string, personId: string) {
  const all = listSessions(db, offeringId);
  const marks = groupMarks(
    db,
    all.map(({ id }) => id),
  );
  return all.map((session) => {
    const { id, startsAt, endsAt, timeZone, ownMinutes } = session;
    const presence = derivePresence(session, marks.get(markKey(id, personId)) ?? []);
    return { id, startsAt, endsAt, timeZone, ownMinutes, ...describePresence(presence, session) };
  });
}

/**
 * Corrects the attendance that somebody questioned, and answers (T1, T3): their marks of the session are voided, one in
 * and one out made with the question as the reason, and where attendance was confirmed it is confirmed anew, so that the
 * hours are counted before they are signed.
 */
export function correctAttendanceAndAnswer(
  ctx: ActorContext,
  input: Correction,
): Outcome<{ id: string }, InquiryRefusal> {
  return inTransaction(ctx.db, (tx) =>
    orTakenBack(tx, () => {
      const { inquiry, offering, person } = getAnswerable(tx, ctx, input.inquiryId);
      if (inquiry.kind !== "attendance" || inquiry.state !== "open") return refuse("not-open");
      const session = tx.select().from(sessions).where(eq(sessions.id, input.sessionId)).get();
      if (session?.offeringId !== offering.id || session.ownMinutes !== null) return refuse("unknown-session");
      if (!listRosterPersonIds(tx, offering.id).includes(person.id)) return refuse("not-there");
      const [from, until] = [momentAt(session, input.from), momentAt(session, input.until)];
      if (until <= from) return refuse("backwards");
      replaceMarks(tx, ctx, session, { personId: person.id, from, until });
      const confirmed = findConfirmation(tx, offering.id) !== null;
      if (confirmed && !confirmAttendance(ctx, { offeringId: offering.id }).ok) return refuse("not-confirmable");
      return writeAnswer(tx, ctx, inquiry, input);
    }),
  );
}

function replaceMarks(
  tx: Transaction,
  ctx: ActorContext,
  session: Session,
  { personId, from, until }: { personId: string; from: number; until: number },
): void {
  const own = groupMarks(tx, [session.id]).get(markKey(session.id, personId)) ?? [];
  const mark = { sessionId: session.id, deviceTime: ctx.now, method: "roster" as const, reason: "asked by the person" };
  for (const { id, at, walkInId } of listStanding(own)) {
    const whose = walkInId ? { walkInId } : { personId };
    insertMark(tx, ctx, { ...mark, ...whose, at, kind: "void", voidsMarkId: id, nonce: newId() });
  }
  insertMark(tx, ctx, { ...mark, personId, kind: "in", at: from, nonce: newId() });
  insertMark(tx, ctx, { ...mark, personId, kind: "out", at: until, nonce: newId() });
}

const HALF_DAY_MS = 12 * 3_600_000;

/** The instant of a wall time at a session; after midnight for sessions that run into the next day. */
function momentAt({ startsAt, timeZone }: Session, time: string): number {
  const date = dateOf(startsAt, timeZone);
  const at = toInstant(`${date}T${time}`, timeZone);
  return at < startsAt - HALF_DAY_MS ? toInstant(`${addDays(date, 1)}T${time}`, timeZone) : at;
}
