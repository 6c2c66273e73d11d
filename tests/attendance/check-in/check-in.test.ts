import { expect, test } from "vitest";
import { attendanceMarks, checkIns, checkInTries } from "#drizzle/schema/attendance";
import { checkIn, findMyCheckIn, listMyCheckIns } from "~/attendance/check-in/check-in.server";
import { checkInCodeAt, isCheckInCode, newCheckInSecret, nextCodeAt } from "~/attendance/check-in/check-in-code.server";
import { getCheckInScreen, openCheckIn } from "~/attendance/check-in/check-in-desk.server";
import { markAllPresent } from "~/attendance/marks/marks.server";
import { getRoster } from "~/attendance/roster/roster.server";
import { answerSelfCheckIns, confirmSelfCheckIns } from "~/attendance/check-in/self-check-in.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { newId } from "~/platform/ids";
import { makeRoster } from "../../support/attendance";
import { HOUR, MINUTE } from "../../support/clock";
import { actingAs } from "../../support/database";
import { makePerson, type TestPerson } from "../../support/factories";

/** A roster whose facilitator has opened self check-in. */
function opened(options: Parameters<typeof makeRoster>[0] = {}) {
  const all = makeRoster(options);
  expect(openCheckIn(all.during(-60), all.session.id).ok).toBe(true);
  const { secret } = all.db.select().from(checkIns).get()!;
  const tryCode = (person: TestPerson, minutes: number, code?: string) => {
    const now = all.session.startsAt + minutes * MINUTE;
    return checkIn(actingAs(all.db, person, { now }), {
      sessionId: all.session.id,
      code: code ?? checkInCodeAt(secret, now),
      deviceTime: now,
    });
  };
  const marks = () => all.db.select().from(attendanceMarks).all();
  const rowOf = (person: TestPerson, ctx = all.during(1)) =>
    getRoster(ctx, all.session.id).rows.find((row) => row.personId === person.personId)!;
  return { ...all, secret, tryCode, marks, rowOf, me: all.people[0]! };
}

test("a code comes from the secret and the minute, and stays the same for it", () => {
  const now = 1_804_600_000_000;
  const codes = [0, 1, 2].map((minute) => checkInCodeAt("a secret of this session", now + minute * MINUTE));
  expect(codes).toEqual(["RTMJAM", "XG7WCN", "YWXDHD"]);
  expect(checkInCodeAt("a secret of this session", nextCodeAt(now) - 1)).toBe(codes[0]);
  expect(checkInCodeAt("another secret", now)).not.toBe(codes[0]);
  expect(new Set([newCheckInSecret(), newCheckInSecret()]).size).toBe(2);
});

test("a code holds for its minute and the next, however it is typed, and no longer", () => {
  const secret = newCheckInSecret();
  const now = 1_804_600_000_000;
  const code = checkInCodeAt(secret, now);
  expect(isCheckInCode(secret, code, now)).toBe(true);
  expect(isCheckInCode(secret, ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `, now + MINUTE)).toBe(true);
  expect(isCheckInCode(secret, code, now + 2 * MINUTE)).toBe(false);
  expect(isCheckInCode(secret, code, now - MINUTE)).toBe(false);
  for (const wrong of ["", "A", `${code}A`, "ÄÄÄÄÄÄ"]) expect(isCheckInCode(secret, wrong, now)).toBe(false);
});

test("T1 checking in appends a mark by the person's own hand, which counts nothing until it is confirmed", () => {
  const all = opened();
  expect(all.tryCode(all.me, -5).ok).toBe(true);
  expect(all.marks()).toMatchObject([
    { kind: "in", method: "self", personId: all.me.personId, recordedBy: all.me.personId },
  ]);
  expect(all.rowOf(all.me).presence).toMatchObject({
    selfSince: all.session.startsAt - 5 * MINUTE,
    openSince: null,
    intervals: [],
    anomalies: ["self-unconfirmed"],
  });
  expect(findMyCheckIn(actingAs(all.db, all.me, { now: all.session.startsAt }), all.session.id)?.state).toBe("waiting");
});

test("checking in twice is success without a second mark", () => {
  const all = opened();
  expect(all.tryCode(all.me, -5).ok).toBe(true);
  expect(all.tryCode(all.me, 3).ok).toBe(true);
  expect(all.marks()).toHaveLength(1);
});

test("check-in opens 30 minutes before the session and closes with its end", () => {
  const all = opened();
  expect(all.tryCode(all.me, -31)).toMatchObject({ reason: "not-yet" });
  expect(all.tryCode(all.me, 8 * 60 + 1)).toMatchObject({ reason: "over" });
  expect(all.tryCode(all.me, -30).ok).toBe(true);
  expect(all.tryCode(all.people[1]!, 8 * 60).ok).toBe(true);
});

test("only people of the roster can check in, and only where the facilitator has opened it", () => {
  const all = opened();
  expect(all.tryCode(makePerson(all.db), 0)).toMatchObject({ reason: "unknown-session" });
  expect(all.tryCode(all.facilitator, 0)).toMatchObject({ reason: "unknown-session" });
  all.db.delete(checkIns).run();
  expect(all.tryCode(all.me, 0)).toMatchObject({ reason: "not-open" });
  expect(all.marks()).toEqual([]);
});

test("ten wrong codes within ten minutes stop an account, even from the right one, and nobody else", () => {
  const all = opened();
  for (let i = 0; i < 10; i++) expect(all.tryCode(all.me, 0, "AAAAAA")).toMatchObject({ reason: "wrong-code" });
  expect(all.tryCode(all.me, 1)).toMatchObject({ reason: "too-many-tries" });
  expect(all.tryCode(all.people[1]!, 1).ok).toBe(true);
  expect(all.tryCode(all.me, 10).ok).toBe(true);
  // Tries that no longer matter are forgotten with the next wrong one.
  all.tryCode(all.me, 30, "AAAAAA");
  expect(all.db.select().from(checkInTries).all()).toHaveLength(1);
});

test("the facilitator confirms one self check-in or all; early comers are in from the start", () => {
  const all = opened({ people: 3 });
  const [early, late, third] = all.people;
  all.tryCode(early!, -20);
  all.tryCode(late!, 12);
  all.tryCode(third!, 1);
  const ctx = all.during(15);
  const sent = { sessionId: all.session.id, deviceTime: ctx.now };
  expect(confirmSelfCheckIns(ctx, { ...sent, who: [early!.personId] })).toEqual({ ok: true, value: 1 });
  expect(all.rowOf(early!).presence.openSince).toBe(all.session.startsAt);
  expect(confirmSelfCheckIns(ctx, sent)).toEqual({ ok: true, value: 2 });
  expect(all.rowOf(late!).presence.openSince).toBe(all.session.startsAt + 12 * MINUTE);
  expect(confirmSelfCheckIns(ctx, sent)).toEqual({ ok: true, value: 0 });
});

test("marking the others present leaves those who checked in by themselves to be confirmed", () => {
  const all = opened();
  all.tryCode(all.me, 0);
  const ctx = all.during(5);
  const sent = { sessionId: all.session.id, deviceTime: ctx.now, nonce: newId() };
  expect(markAllPresent(ctx, sent)).toEqual({ ok: true, value: 1 });
  expect(all.rowOf(all.me).presence.selfSince).not.toBeNull();
});

test("T3 attendance is not confirmed while a self check-in waits; the facilitator says whether they were there", () => {
  const all = opened({ people: 1 });
  all.tryCode(all.me, 0);
  const input = { offeringId: all.offering.id };
  expect(confirmAttendance(all.after, input)).toMatchObject({ reason: "self-unconfirmed", detail: { count: 1 } });
  expect(answerSelfCheckIns(all.after, { ...input, here: true })).toEqual({ ok: true, value: 1 });
  expect(confirmAttendance(all.after, { ...input, openEnds: "stayed" })).toEqual({ ok: true, value: { claimable: 1 } });
});

test("T3 a self check-in of somebody who was not there is voided with a reason and earns nothing", () => {
  const all = opened({ people: 1 });
  all.tryCode(all.me, 0);
  const input = { offeringId: all.offering.id };
  expect(answerSelfCheckIns(all.after, { ...input, here: false })).toEqual({ ok: true, value: 1 });
  expect(all.marks().at(-1)).toMatchObject({ kind: "void", reason: "not there, as the facilitator says" });
  expect(confirmAttendance(all.after, input)).toEqual({ ok: true, value: { claimable: 0 } });
});

test("the screen shows the code of this minute and how many have come; its secret never leaves the server", async () => {
  const all = opened();
  all.tryCode(all.me, 0);
  const ctx = all.during(0.5);
  const screen = await getCheckInScreen(ctx, all.session.id);
  expect(screen).toMatchObject({
    code: checkInCodeAt(all.secret, ctx.now),
    lastsMs: 30_000,
    waiting: 1,
    present: 0,
    expected: 2,
  });
  expect(JSON.stringify(screen)).not.toContain(all.secret);
});

test("opening self check-in again keeps the codes that people have before them", () => {
  const all = opened();
  openCheckIn(all.during(0), all.session.id);
  expect(all.db.select().from(checkIns).all()).toMatchObject([{ secret: all.secret }]);
  expect(openCheckIn(actingAs(all.db, all.stranger), all.session.id)).toMatchObject({ reason: "unknown-session" });
});

test("a person sees their own sessions of today, and no one else's", () => {
  const all = opened();
  const listed = (person: TestPerson, now: number) =>
    listMyCheckIns(actingAs(all.db, person, { now })).map(({ sessionId }) => sessionId);
  expect(listed(all.me, all.session.startsAt - HOUR)).toEqual([all.session.id]);
  expect(listed(all.me, all.session.startsAt - 24 * HOUR)).toEqual([]);
  expect(listed(all.facilitator, all.session.startsAt)).toEqual([]);
});
