import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { claims, correctionRequests, credits } from "#drizzle/schema/credits";
import { persons } from "#drizzle/schema/people";
import { outboxMessages } from "#drizzle/schema/messages";
import { auditEntries } from "#drizzle/schema/platform";
import { recordMark } from "~/attendance/marks/marks.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { correctionSource } from "~/desks/registrar/correction-list.server";
import { declineCorrection } from "~/credits/corrections/correction.server";
import { requestCorrection, withdrawCorrection } from "~/credits/corrections/correction-request.server";
import { chainHash } from "~/credits/ledger/credit-row.server";
import { listCurrentCredits } from "~/credits/ledger/ledger.server";
import { correctPostedCredit } from "~/desks/registrar/correct-credit.server";
import { DAY, HOUR } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { give, makePerson, organisationId, psesd } from "../../support/factories";
import { postCreditFor } from "../../support/credits";
import { pageOfList } from "../../support/request";
import { exportNow } from "../../support/hr/exports";

const REASON = "The sign-out sheet was misread.";

/** An educator of Highline with seven posted hours, a registrar, and the day after. */
function posted() {
  const db = useTestDatabase();
  const educator = makePerson(db, { organisation: "Highline" });
  const { claimId, creditId, offering, registrar, facilitator } = postCreditFor(db, educator, {
    day: "2027-03-09",
    minutes: 420,
  });
  const now = offering.endsAt + 2 * DAY;
  const staff = actingAs(db, registrar, { now, scopeIds: [psesd(db).id] });
  const me = actingAs(db, educator, { now });
  const mails = (kind: string) => db.select().from(outboxMessages).where(eq(outboxMessages.kind, kind)).all();
  return { db, educator, claimId, creditId, offering, staff, me, facilitator, mails };
}

test("T7 a correction is a new version with old, new, reason and approver; the old one stays", () => {
  const { db, claimId, staff, educator } = posted();
  expect(correctPostedCredit(staff, { claimId, minutes: 390, reason: REASON }).ok).toBe(true);
  const [first, second] = db.select().from(credits).orderBy(credits.version).all();
  expect(first).toMatchObject({ version: 1, minutes: 420 });
  expect(second).toMatchObject({
    version: 2,
    minutes: 390,
    reason: REASON,
    postedBy: staff.actor.personId,
    previousHash: first!.hash,
    hash: chainHash(first!.hash, second!.snapshot),
  });
  expect(listCurrentCredits(db, educator.personId).map((credit) => credit.minutes)).toEqual([390]);
  const entry = db.select().from(auditEntries).where(eq(auditEntries.action, "credit.corrected")).get()!;
  expect(entry.detail).toMatchObject({ from: 420, to: 390, reason: REASON });
});

test("T7 the person is told of a correction, and so is HR that has exported the old version, and nobody else", async () => {
  const { db, claimId, staff, mails } = posted();
  const [hr, kent] = [makePerson(db), makePerson(db)];
  give(db, hr, "hr", organisationId(db, "Highline"));
  give(db, kent, "hr", organisationId(db, "Kent"));
  const exporting = actingAs(db, hr, { now: staff.now, scopeIds: [organisationId(db, "Highline")] });
  expect(
    (
      await exportNow(exporting, {
        organisationId: organisationId(db, "Highline"),
        from: null,
        to: null,
        onlyNew: true,
      })
    ).ok,
  ).toBe(true);
  correctPostedCredit(staff, { claimId, minutes: 390, reason: REASON });
  expect(mails("credit-corrected")).toHaveLength(1);
  expect(mails("credit-corrected").at(0)!.payload).toMatchObject({
    hoursBefore: "7",
    hoursAfter: "6.5",
    reason: REASON,
  });
  expect(mails("credit-corrected-district").map((mail) => mail.recipient)).toEqual([hr.email]);
});

test("T7 a district that has exported nothing is not told", () => {
  const { db, claimId, staff, mails } = posted();
  give(db, makePerson(db), "hr", organisationId(db, "Highline"));
  correctPostedCredit(staff, { claimId, minutes: 390, reason: REASON });
  expect(mails("credit-corrected-district")).toEqual([]);
});

test("T7 a correction never gives more than attendance earned, and must change something", () => {
  const { db, claimId, staff } = posted();
  expect(correctPostedCredit(staff, { claimId, minutes: 450, reason: REASON })).toMatchObject({
    reason: "more-than-earned",
  });
  expect(correctPostedCredit(staff, { claimId, minutes: 420, reason: REASON })).toMatchObject({ reason: "no-change" });
  expect(correctPostedCredit({ ...staff, scopeIds: [] }, { claimId, minutes: 60, reason: REASON })).toMatchObject({
    reason: "unknown-claim",
  });
  expect(db.select().from(credits).all()).toHaveLength(1);
});

test("T7 a correction takes over the name as it is now", () => {
  const { db, claimId, staff, educator } = posted();
  db.update(persons).set({ legalLast: "Newname" }).where(eq(persons.id, educator.personId)).run();
  expect(correctPostedCredit(staff, { claimId, minutes: 420, reason: "The legal name has changed." }).ok).toBe(true);
  const names = db.select().from(credits).orderBy(credits.version).all();
  expect(
    names.map((row) => (JSON.parse(row.snapshot) as { educator: { legalName: string } }).educator.legalName),
  ).toEqual([educator.name, "Test Newname"]);
});

test("T7 an educator can ask for a correction of their own credit, once at a time, and withdraw it", () => {
  const { db, claimId, me, staff } = posted();
  const stranger = actingAs(db, makePerson(db));
  const input = { claimId, minutes: 390, reason: "I left half an hour early." };
  expect(requestCorrection(stranger, input)).toMatchObject({ reason: "unknown-claim" });
  expect(requestCorrection(me, input).ok).toBe(true);
  expect(requestCorrection(me, input)).toMatchObject({ reason: "already-requested" });
  expect(pageOfList(() => correctionSource(staff)).rows).toMatchObject([{ claimId, origin: "educator", minutes: 390 }]);
  expect(pageOfList(() => correctionSource({ ...staff, scopeIds: [] })).rows).toEqual([]);
  expect(withdrawCorrection(stranger, claimId)).toMatchObject({ reason: "unknown-request" });
  expect(withdrawCorrection(me, claimId).ok).toBe(true);
  expect(pageOfList(() => correctionSource(staff)).rows).toEqual([]);
});

test("T7 a request ends accepted with the version that came of it, or declined with an answer", () => {
  const { db, claimId, me, staff, mails } = posted();
  requestCorrection(me, { claimId, minutes: 390, reason: "I left half an hour early." });
  const [request] = pageOfList(() => correctionSource(staff)).rows;
  declineCorrection(staff, { claimId, requestId: request!.id, answer: "The sheet says 4 PM." });
  expect(mails("correction-declined").at(0)!.payload).toMatchObject({ answer: "The sheet says 4 PM.", hours: "7" });
  requestCorrection(me, { claimId, minutes: 390, reason: "Please ask Ms. Fairbanks, she saw me leave." });
  correctPostedCredit(staff, { claimId, minutes: 390, reason: REASON });
  const rows = db.select().from(correctionRequests).orderBy(correctionRequests.id).all();
  expect(rows.map((row) => row.state)).toEqual(["declined", "accepted"]);
  expect(rows[1]!.resultCreditId).toBe(db.select().from(credits).where(eq(credits.version, 2)).get()!.id);
});

test("T7 attendance that is corrected after posting asks the registrar to correct the credit", () => {
  const { db, claimId, offering, facilitator, educator, staff } = posted();
  const now = offering.endsAt + DAY;
  const session = offering.sessions[0]!;
  const ctx = actingAs(db, facilitator, { now });
  const out = {
    sessionId: session.id,
    personId: educator.personId,
    kind: "out" as const,
    at: session.endsAt - 2 * HOUR,
  };
  recordMark(ctx, { ...out, deviceTime: now, nonce: "left early", reason: "Left at two, as the sheet shows." });
  expect(confirmAttendance({ ...ctx, now: now + HOUR }, { offeringId: offering.id }).ok).toBe(true);
  expect(db.select().from(credits).all()).toHaveLength(1);
  const [request] = pageOfList(() => correctionSource(staff)).rows;
  expect(request).toMatchObject({ origin: "attendance", claimId });
  expect(request!.minutes).toBeLessThan(420);
  expect(correctPostedCredit(staff, { claimId, minutes: request!.minutes!, reason: REASON }).ok).toBe(true);
  expect(db.select().from(claims).where(eq(claims.id, claimId)).get()).toMatchObject({
    status: "posted",
    requestedMinutes: 420,
    earnedMinutes: request!.minutes,
  });
});
