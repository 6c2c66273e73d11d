import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { claims } from "#drizzle/schema/credits";
import { claimAndBill } from "~/billing/fees/claim-fee.server";
import { recordMark } from "~/attendance/marks/marks.server";
import { getMyClaim } from "~/credits/claims/my-claims.server";
import { ask, takeBackInquiry } from "~/desks/inquiries/ask.server";
import { correctAttendanceAndAnswer, listAttendanceOf } from "~/desks/inquiries/correct-attendance.server";
import { answerInquiry } from "~/desks/inquiries/inbox.server";
import { listOpenQuestions } from "~/desks/inquiries/questions.server";
import { previewAttendance } from "~/desks/facilitator/attendance-preview.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { newId } from "~/platform/ids";
import { makeRoster } from "../../support/attendance";
import { DAY, MINUTE } from "../../support/clock";
import { actingAs } from "../../support/database";
import { done } from "../../support/done";
import { messagesOf } from "../../support/outbox";
import { thrownBy } from "../../support/request";

/** Ana came at 8:30 by her word, at 12:00 by the marks; attendance is confirmed, and she asks. */
function questioned(body = "I was there from 8:30") {
  const all = makeRoster({ people: 2, policy: { claimDays: 14 } });
  const [ana, ben] = all.people;
  const mark = (personId: string, kind: "in" | "out", minutes: number) =>
    recordMark(all.during(minutes), {
      ...{ sessionId: all.session.id, personId, kind, deviceTime: 1, nonce: newId() },
      at: all.session.startsAt + minutes * MINUTE,
    });
  mark(ana!.personId, "in", 240);
  mark(ben!.personId, "in", 0);
  done(confirmAttendance(all.after, { offeringId: all.offering.id, openEnds: "stayed" }));
  const me = actingAs(all.db, ana!, { now: all.after.now });
  const write = (ctx = me) => ask(ctx, { kind: "attendance", offeringId: all.offering.id, body, nonce: newId() });
  const { id: inquiryId } = done(write());
  const claim = () =>
    all.db
      .select()
      .from(claims)
      .where(and(eq(claims.personId, ana!.personId), eq(claims.offeringId, all.offering.id)))
      .get()!;
  const sign = (ctx = me) => claimAndBill(ctx, { claimId: claim().id, requestedMinutes: claim().earnedMinutes });
  const correction = { inquiryId, sessionId: all.session.id, from: "08:30", until: "16:00" };
  const correct = (changes: Partial<typeof correction> = {}, ctx = all.after) =>
    correctAttendanceAndAnswer(ctx, { ...correction, ...changes, body: "You are right.", nonce: newId() });
  return { ...all, ana: ana!, me, inquiryId, write, claim, sign, correct };
}

test("T3 a question about attendance reaches the facilitator, and holds the claim until it is answered", () => {
  const { db, me, offering, inquiryId, claim, sign, after } = questioned();
  expect(messagesOf(db, "inquiry-asked")).toHaveLength(1);
  expect(listOpenQuestions(db, offering.id)).toMatchObject([{ id: inquiryId }]);
  expect(previewAttendance(after, offering.id).questions).toHaveLength(1);
  expect(sign()).toMatchObject({ ok: false, reason: "questioned" });
  expect(getMyClaim(me, claim().id).question).toMatchObject({ id: inquiryId, state: "open" });
  expect(claim()).toMatchObject({ status: "open", earnedMinutes: 180 });
});

test("T1 T3 a corrected mark answers it: the old marks are void, the hours are counted anew, the person is told and signs", () => {
  const all = questioned();
  expect(all.correct()).toEqual({ ok: true, value: { id: all.inquiryId } });
  expect(all.claim().earnedMinutes).toBe(390);
  const [session] = listAttendanceOf(all.db, all.offering.id, all.ana.personId);
  expect(session).toMatchObject({ text: "Arrived 8:30 AM, left 4:00 PM" });
  const mine = all.db.select().from(attendanceMarks).where(eq(attendanceMarks.personId, all.ana.personId)).all();
  expect(mine.filter(({ reason }) => reason === "asked by the person").map(({ kind }) => kind)).toEqual([
    ...["void", "void"],
    ...["in", "out"],
  ]);
  expect(messagesOf(all.db, "inquiry-answered")).toHaveLength(1);
  expect(all.sign()).toMatchObject({ ok: true });
});

test("T3 a refusal with its reason answers it too, and the claim can be signed as it was", () => {
  const all = questioned();
  done(answerInquiry(all.after, { inquiryId: all.inquiryId, body: "The sheet says noon.", nonce: newId() }));
  expect(messagesOf(all.db, "inquiry-answered")).toHaveLength(1);
  expect(all.claim().earnedMinutes).toBe(180);
  expect(all.sign()).toMatchObject({ ok: true });
  // Signed is signed: from then on it is taken back or corrected, not questioned.
  expect(all.write()).toMatchObject({ reason: "not-yours-to-ask" });
});

test("T3 a question that is taken back holds nothing", () => {
  const all = questioned();
  done(takeBackInquiry(all.me, all.inquiryId));
  expect(all.sign()).toMatchObject({ ok: true });
  expect(all.correct()).toMatchObject({ reason: "not-open" });
});

test("T1 a correction that cannot be is refused, and leaves every mark as it was", () => {
  const all = questioned();
  const marks = () => all.db.select().from(attendanceMarks).all().length;
  const before = marks();
  expect(all.correct({ from: "16:00", until: "08:30" })).toMatchObject({ reason: "backwards" });
  expect(all.correct({ sessionId: newId() })).toMatchObject({ reason: "unknown-session" });
  expect(marks()).toBe(before);
  const open = {
    personId: all.people[1]!.personId,
    kind: "in",
    at: all.session.endsAt + MINUTE,
    deviceTime: 1,
  } as const;
  recordMark(all.after, { ...open, sessionId: all.session.id, nonce: newId(), reason: "Came back." });
  expect(all.correct()).toMatchObject({ reason: "not-confirmable" });
  expect(marks()).toBe(before + 1);
  expect(all.claim().earnedMinutes).toBe(180);
});

test("P2 nobody corrects another's offering, or answers twice", async () => {
  const all = questioned();
  const stranger = actingAs(all.db, all.stranger, { now: all.after.now });
  expect((await thrownBy(() => all.correct({}, stranger))).status).toBe(404);
  done(all.correct());
  expect(all.correct()).toMatchObject({ reason: "not-open" });
});

test("T3 the last day to claim does not pass while a question that came in time waits, nor for a week after its answer", () => {
  const all = questioned();
  const last = all.offering.endsAt + 400 * DAY;
  const late = { ...all.me, now: last };
  expect(getMyClaim(late, all.claim().id).tooLate).toBe(false);
  done(answerInquiry({ ...all.after, now: last }, { inquiryId: all.inquiryId, body: "Noon.", nonce: newId() }));
  expect(all.sign({ ...all.me, now: last + 8 * DAY })).toMatchObject({ reason: "too-late" });
  expect(all.sign({ ...all.me, now: last + 6 * DAY })).toMatchObject({ ok: true });
});

test("before an offering has begun there is no attendance to question", () => {
  const all = makeRoster({ people: 1 });
  const early = actingAs(all.db, all.people[0]!, { now: all.session.startsAt - 1 });
  const input = { kind: "attendance", offeringId: all.offering.id, body: "I was there", nonce: newId() } as const;
  expect(ask(early, input)).toMatchObject({ reason: "not-yours-to-ask" });
  expect(ask({ ...early, now: all.session.startsAt }, input).ok).toBe(true);
});
