import { and, desc, eq, inArray, lt, min, or, gt } from "drizzle-orm";
import { claims } from "#drizzle/schema/credits";
import { inquiries, inquiryEntries } from "#drizzle/schema/inquiries";
import type { Reader } from "~/platform/database/database.server";

/** How long a claim can still be made after an answer, where the question came in time. */
const GRACE_MS = 7 * 24 * 3_600_000;

const questionsOf = (personId: string, offeringId: string) =>
  and(eq(inquiries.personId, personId), eq(inquiries.offeringId, offeringId), eq(inquiries.kind, "attendance"));

/** What somebody asked last about their attendance, and where that stands; null if they never did or took it back. */
export function findQuestion(db: Reader, personId: string, offeringId: string) {
  const asked = inArray(inquiries.state, ["open", "answered"]);
  return (
    db
      .select({ id: inquiries.id, state: inquiries.state, changedAt: inquiries.changedAt })
      .from(inquiries)
      .where(and(questionsOf(personId, offeringId), asked))
      .orderBy(desc(inquiries.changedAt))
      .limit(1)
      .get() ?? null
  );
}

/** Whether a claim waits for the answer to what its person asked about their attendance: nobody signs what they doubt. */
export const isQuestioned = (db: Reader, personId: string, offeringId: string): boolean =>
  findQuestion(db, personId, offeringId)?.state === "open";

/** Whether hours can be claimed after the last day, because they were questioned before it and answered lately, or not yet. */
export function hasGrace(
  db: Reader,
  ids: { personId: string; offeringId: string },
  deadline: number,
  now: number,
): boolean {
  const lately = or(
    eq(inquiries.state, "open"),
    and(eq(inquiries.state, "answered"), gt(inquiries.changedAt, now - GRACE_MS)),
  );
  const inTime = db
    .select({ id: inquiries.id })
    .from(inquiries)
    .innerJoin(inquiryEntries, eq(inquiryEntries.inquiryId, inquiries.id))
    .where(and(questionsOf(ids.personId, ids.offeringId), lately))
    .groupBy(inquiries.id)
    .having(lt(min(inquiryEntries.writtenAt), deadline))
    .get();
  return inTime !== undefined;
}

/** Whether somebody has signed for the hours of an offering, so that a claim must be taken back or corrected first. */
export function hasSigned(db: Reader, personId: string, offeringId: string): boolean {
  const signed = inArray(claims.status, ["claimed", "evaluated", "settled", "posted"]);
  const mine = and(eq(claims.personId, personId), eq(claims.offeringId, offeringId), signed);
  return db.select({ id: claims.id }).from(claims).where(mine).get() !== undefined;
}
