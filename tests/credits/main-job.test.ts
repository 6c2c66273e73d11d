import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { claims, credits, evaluationResponses } from "#drizzle/schema/credits";
import { outboxMessages } from "#drizzle/schema/messages";
import { registrations } from "#drizzle/schema/registration";
import { markAllPresent, recordMark } from "~/attendance/marks/marks.server";
import { claimAndBill, recordPayment } from "~/billing/fees/claim-fee.server";
import { AFFIDAVIT } from "../support/billing";
import { submitEvaluation } from "~/credits/claims/claim.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { chainHash } from "~/credits/ledger/credit-row.server";
import { postClaims, returnClaim } from "~/credits/ledger/posting.server";
import { register } from "~/registration/seats/registration.server";
import { at, HOUR, MINUTE } from "../support/clock";
import { actingAs, useTestDatabase } from "../support/database";
import { give, joinCooperative, makeOffering, makePerson, psesd } from "../support/factories";

const END = at("2027-03-09T16:00");

/** Two educators of two districts registered with one facilitator; the day is over and marked. */
function attended(options: { cooperative?: boolean } = {}) {
  const db = useTestDatabase();
  if (options.cooperative) joinCooperative(db, "Highline");
  const facilitator = makePerson(db);
  const registrar = makePerson(db);
  const whole = makePerson(db, { organisation: "Highline" });
  const partial = makePerson(db, { organisation: "Kent" });
  give(db, registrar, "registrar", psesd(db).id);
  const offering = makeOffering(db, { instructor: facilitator, designations: [{ designation: "STEM", minutes: 420 }] });
  for (const person of [whole, partial]) {
    expect(register(actingAs(db, person), { offeringId: offering.id }).ok).toBe(true);
  }
  const session = offering.sessions[0]!;
  const during = actingAs(db, facilitator, { now: session.startsAt + 20 * MINUTE });
  const mark = (kind: "in" | "out", instant: number) =>
    recordMark(
      { ...during, now: instant },
      {
        sessionId: session.id,
        personId: partial.personId,
        kind,
        at: instant,
        deviceTime: instant,
        nonce: `${kind}-${instant}`,
      },
    );
  expect(mark("in", session.startsAt).ok).toBe(true);
  expect(mark("out", session.startsAt + 3 * HOUR + 45 * MINUTE).ok).toBe(true);
  expect(markAllPresent(during, { sessionId: session.id, deviceTime: during.now, nonce: "everyone" })).toEqual({
    ok: true,
    value: 1,
  });
  const staff = actingAs(db, registrar, { now: END + HOUR, scopeIds: [psesd(db).id] });
  return { db, offering, session, facilitator, registrar, staff, whole, partial };
}

type Attended = ReturnType<typeof attended>;

function confirmed(options: Parameters<typeof attended>[0] = {}) {
  const all = attended(options);
  const outcome = confirmAttendance(actingAs(all.db, all.facilitator, { now: END }), { offeringId: all.offering.id });
  expect(outcome).toEqual({ ok: true, value: { claimable: 2 } });
  return all;
}

const claimOf = ({ db }: Attended, personId: string) =>
  db.select().from(claims).where(eq(claims.personId, personId)).get()!;

test("T3 the whole way: registered, marked, confirmed, claimed, evaluated, paid, posted", () => {
  const all = confirmed();
  const { db, whole, staff } = all;
  const me = actingAs(db, whole, { now: END + HOUR });
  const { id: claimId } = claimOf(all, whole.personId);

  expect(claimAndBill(me, { claimId, requestedMinutes: 420 }).ok).toBe(true);
  expect(claimOf(all, whole.personId).status).toBe("claimed");
  expect(postClaims(staff, [claimId])).toMatchObject({ ok: false, reason: "gates-open" });
  submitEvaluation(me, { claimId, answers: { objectives: 5 } });
  expect(claimOf(all, whole.personId).status).toBe("evaluated");
  const paid = recordPayment(staff, {
    claimId,
    kind: "cheque",
    amountCents: 2100,
    reference: "1042",
    receivedOn: "2027-03-10",
  });
  expect(paid).toMatchObject({ ok: true, value: { status: "settled" } });
  expect(postClaims(staff, [claimId]).ok).toBe(true);

  const credit = db.select().from(credits).get()!;
  expect(credit).toMatchObject({ minutes: 420, completedOn: "2027-03-09", version: 1, previousHash: null });
  expect(credit.hash).toBe(chainHash(null, credit.snapshot));
  expect(JSON.parse(credit.snapshot)).toMatchObject({
    minutes: 420,
    designations: [{ code: "STEM", minutes: 420 }],
    provider: { approvalYear: 2026 },
  });
});

test("H6 a person who left early earns less, and the topic's hours shrink with it", () => {
  const all = confirmed();
  const { db, partial, staff } = all;
  const claim = claimOf(all, partial.personId);
  expect(claim.earnedMinutes).toBe(210);
  const me = actingAs(db, partial, { now: END + HOUR });
  expect(claimAndBill(me, { claimId: claim.id, requestedMinutes: 240 })).toMatchObject({ reason: "more-than-earned" });
  claimAndBill(me, { claimId: claim.id, requestedMinutes: 210 });
  submitEvaluation(me, { claimId: claim.id, answers: {} });
  recordPayment(staff, {
    claimId: claim.id,
    kind: "cheque",
    amountCents: 1500,
    reference: "7",
    receivedOn: "2027-03-10",
  });
  postClaims(staff, [claim.id]);
  const credit = db.select().from(credits).get()!;
  expect(JSON.parse(credit.snapshot)).toMatchObject({ minutes: 210, designations: [{ code: "STEM", minutes: 210 }] });
});

test("H6 confirming says who attended, in part or not at all", () => {
  const { db, offering } = confirmed();
  const statuses = db.select().from(registrations).where(eq(registrations.offeringId, offering.id)).all();
  expect(statuses.map((row) => row.status).sort()).toEqual(["attended", "partial"]);
});

test("T3 attendance is confirmed by who takes it, after the end, and by nobody else", () => {
  const { db, offering, facilitator, whole } = attended();
  const input = { offeringId: offering.id };
  expect(confirmAttendance(actingAs(db, facilitator, { now: END - 1 }), input)).toMatchObject({ reason: "not-over" });
  expect(confirmAttendance(actingAs(db, whole, { now: END }), input)).toMatchObject({ reason: "unknown-offering" });
});

test("T4 a claim before the end of the last session is refused", () => {
  const all = confirmed();
  const me = actingAs(all.db, all.whole, { now: END - 1 });
  const { id: claimId } = claimOf(all, all.whole.personId);
  expect(claimAndBill(me, { claimId, requestedMinutes: 60 })).toMatchObject({ reason: "not-over" });
});

test("T5 the affidavit's text and version, time, account, address and hours are stored", () => {
  const all = confirmed();
  const { id: claimId } = claimOf(all, all.whole.personId);
  claimAndBill(actingAs(all.db, all.whole, { now: END + 5 }), { claimId, requestedMinutes: 390 });
  expect(claimOf(all, all.whole.personId)).toMatchObject({
    affidavitVersion: "2026-1",
    affidavitText: AFFIDAVIT.text,
    claimedAt: END + 5,
    claimedByAccountId: all.whole.accountId,
    networkAddress: "127.0.0.1",
    requestedMinutes: 390,
  });
});

test("T6 evaluation answers share no key and no time finer than the day with who gave them", () => {
  const all = confirmed();
  const { id: claimId } = claimOf(all, all.whole.personId);
  const me = actingAs(all.db, all.whole, { now: END + HOUR });
  claimAndBill(me, { claimId, requestedMinutes: 420 });
  submitEvaluation(me, { claimId, answers: { objectives: 4, suggestions: "more time outside" } });
  const row = all.db.select().from(evaluationResponses).get()!;
  expect(row.day).toBe("2027-03-09");
  const text = JSON.stringify(row);
  for (const key of [claimId, all.whole.personId, all.whole.accountId]) expect(text).not.toContain(key);
  expect(submitEvaluation(me, { claimId, answers: {} })).toMatchObject({ reason: "already-evaluated" });
});

test("T7 the database refuses to change or delete a posted credit", () => {
  const all = posted();
  expect(() => all.db.update(credits).set({ minutes: 1 }).run()).toThrow("T7: a posted credit is never edited");
  expect(() => all.db.delete(credits).run()).toThrow("T7: a posted credit is never edited");
  expect(all.db.select().from(credits).all()).toHaveLength(1);
});

test("T8 a member of the cooperative owes nothing and the waiver says for whom", () => {
  const all = confirmed({ cooperative: true });
  const { id: claimId } = claimOf(all, all.whole.personId);
  claimAndBill(actingAs(all.db, all.whole, { now: END + HOUR }), { claimId, requestedMinutes: 420 });
  expect(claimOf(all, all.whole.personId).settled).toBe(true);
});

test("T8 a payment that is not what is due is refused", () => {
  const all = confirmed();
  const { id: claimId } = claimOf(all, all.whole.personId);
  claimAndBill(actingAs(all.db, all.whole, { now: END + HOUR }), { claimId, requestedMinutes: 420 });
  const payment = { claimId, kind: "cheque" as const, amountCents: 2000, reference: "1", receivedOn: "2027-03-10" };
  expect(recordPayment(all.staff, payment)).toMatchObject({ reason: "wrong-amount", detail: { due: 2100 } });
});

test("T9 posting twice posts once", () => {
  const all = posted();
  expect(postClaims(all.staff, [claimOf(all, all.whole.personId).id])).toEqual({ ok: true, value: [] });
  expect(all.db.select().from(credits).all()).toHaveLength(1);
  const mails = all.db.select().from(outboxMessages).where(eq(outboxMessages.kind, "credit-posted")).all();
  expect(mails).toHaveLength(1);
});

test("P2 a registrar of another provider posts nothing", () => {
  const all = confirmed();
  const { id } = claimOf(all, all.whole.personId);
  expect(postClaims({ ...all.staff, scopeIds: ["another"] }, [id])).toMatchObject({ reason: "unknown-claim" });
});

test("a returned claim tells the person why and can be claimed anew", () => {
  const all = confirmed();
  const { id: claimId } = claimOf(all, all.whole.personId);
  const me = actingAs(all.db, all.whole, { now: END + HOUR });
  claimAndBill(me, { claimId, requestedMinutes: 420 });
  expect(returnClaim(all.staff, { claimId, reason: "Please claim the morning only." }).ok).toBe(true);
  const mail = all.db.select().from(outboxMessages).where(eq(outboxMessages.kind, "claim-returned")).get()!;
  expect(mail.payload).toMatchObject({ reason: "Please claim the morning only." });
  expect(claimAndBill(me, { claimId, requestedMinutes: 210 }).ok).toBe(true);
});

test("T1 a repeated nonce is success without a second row", () => {
  const { db, facilitator, session, partial } = attended();
  const ctx = actingAs(db, facilitator, { now: session.startsAt });
  const before = db.select().from(attendanceMarks).all().length;
  const again = recordMark(ctx, {
    sessionId: session.id,
    personId: partial.personId,
    kind: "in",
    at: session.startsAt,
    deviceTime: ctx.now,
    nonce: `in-${session.startsAt}`,
  });
  expect(again.ok).toBe(true);
  expect(db.select().from(attendanceMarks).all()).toHaveLength(before);
});

function posted() {
  const all = confirmed();
  const me = actingAs(all.db, all.whole, { now: END + HOUR });
  const { id: claimId } = claimOf(all, all.whole.personId);
  claimAndBill(me, { claimId, requestedMinutes: 420 });
  submitEvaluation(me, { claimId, answers: {} });
  recordPayment(all.staff, { claimId, kind: "cheque", amountCents: 2100, reference: "1", receivedOn: "2027-03-10" });
  expect(postClaims(all.staff, [claimId]).ok).toBe(true);
  return all;
}
