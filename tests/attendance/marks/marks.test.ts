import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { attendanceConfirmations, attendanceMarks } from "#drizzle/schema/attendance";
import { claims } from "#drizzle/schema/credits";
import { findConfirmation, hasChangedSince } from "~/attendance/presence/confirmation.server";
import { markAllPresent, recordMark, voidMark } from "~/attendance/marks/marks.server";
import { undoLastTap } from "~/attendance/marks/undo.server";
import { getRoster } from "~/attendance/roster/roster.server";
import { previewAttendance } from "~/desks/facilitator/attendance-preview.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { newId } from "~/platform/ids";
import { makeRoster } from "../../support/attendance";
import { HOUR, MINUTE } from "../../support/clock";
import { actingAs } from "../../support/database";

type Roster = ReturnType<typeof makeRoster>;

function mark(all: Roster, ctx: Roster["after"], values: Partial<Parameters<typeof recordMark>[1]> = {}) {
  return recordMark(ctx, {
    sessionId: all.session.id,
    personId: all.people[0]!.personId,
    kind: "in",
    at: ctx.now,
    deviceTime: ctx.now,
    nonce: newId(),
    ...values,
  });
}

/** Everybody was there, and the facilitator has said so. */
function confirmed() {
  const all = makeRoster();
  markAllPresent(all.during(5), { sessionId: all.session.id, deviceTime: all.during(5).now, nonce: "everyone" });
  expect(confirmAttendance(all.after, { offeringId: all.offering.id })).toMatchObject({ ok: true });
  return all;
}

test("T1 a mark keeps when it happened, the device and its time, the server's time, who made it and how", () => {
  const all = makeRoster();
  const ctx = all.during(10);
  mark(all, ctx, { at: ctx.now - 5 * MINUTE, deviceTime: ctx.now + 7, device: "d".repeat(32), nonce: "a-nonce-of-it" });
  expect(all.db.select().from(attendanceMarks).get()).toMatchObject({
    kind: "in",
    at: ctx.now - 5 * MINUTE,
    deviceTime: ctx.now + 7,
    device: "d".repeat(32),
    serverTime: ctx.now,
    nonce: "a-nonce-of-it",
    recordedBy: all.facilitator.personId,
    method: "roster",
  });
});

test("T1 the database refuses to change or delete a mark", () => {
  const all = makeRoster();
  mark(all, all.during(10));
  expect(() => all.db.update(attendanceMarks).set({ at: 0 }).run()).toThrow("T1: a mark is append-only");
  expect(() => all.db.delete(attendanceMarks).run()).toThrow("T1: a mark is append-only");
});

test("T1 after attendance is confirmed a correction needs a reason, and keeps it", () => {
  const all = confirmed();
  const [first] = all.db.select().from(attendanceMarks).all();
  const { sessionId, deviceTime } = { sessionId: all.session.id, deviceTime: all.after.now };
  expect(mark(all, all.after, { kind: "out" })).toMatchObject({ reason: "reason-needed" });
  expect(markAllPresent(all.after, { sessionId, deviceTime, nonce: newId() })).toMatchObject({
    reason: "reason-needed",
  });
  expect(voidMark(all.after, { sessionId, deviceTime, nonce: newId(), markId: first!.id, reason: "" })).toMatchObject({
    reason: "reason-needed",
  });
  expect(all.db.select().from(attendanceMarks).all()).toHaveLength(2);
  const reason = "The sign-out sheet says so.";
  expect(mark(all, all.after, { kind: "out", at: all.session.startsAt + HOUR, reason }).ok).toBe(true);
  expect(all.db.select().from(attendanceMarks).all().at(-1)).toMatchObject({ kind: "out", reason });
});

test("T1 a correction asks to confirm again, and confirming again counts the hours anew", () => {
  const all = confirmed();
  const { db, offering, people } = all;
  expect(hasChangedSince(db, findConfirmation(db, offering.id)!)).toBe(false);
  mark(all, all.after, { kind: "out", at: all.session.startsAt + 2 * HOUR, reason: "They left at ten." });
  expect(previewAttendance(all.after, offering.id)).toMatchObject({ changed: true });
  const claim = () => db.select().from(claims).where(eq(claims.personId, people[0]!.personId)).get()!;
  expect(claim().earnedMinutes).toBe(420);
  confirmAttendance({ ...all.after, now: all.after.now + HOUR }, { offeringId: offering.id });
  expect(claim().earnedMinutes).toBe(120);
  expect(db.select().from(attendanceConfirmations).all()).toHaveLength(2);
  expect(previewAttendance(all.after, offering.id)).toMatchObject({ changed: false });
});

test("T3 an in after the session's end is settled by confirming, and earns nothing", () => {
  const all = makeRoster({ people: 1 });
  mark(all, all.after, { at: all.session.endsAt + 5 * MINUTE });
  const input = { offeringId: all.offering.id, openEnds: "stayed" as const };
  expect(confirmAttendance(all.after, input)).toEqual({ ok: true, value: { claimable: 0 } });
  expect(getRoster(all.after, all.session.id).rows[0]!.presence).toMatchObject({ openSince: null, intervals: [] });
  expect(confirmAttendance(all.after, { offeringId: all.offering.id })).toMatchObject({ ok: true });
});

test("T1 marks that disagree say on which device and by whom", () => {
  const all = makeRoster();
  mark(all, all.during(1), { device: "a".repeat(32) });
  mark(all, all.during(40), { device: "b".repeat(32) });
  const row = getRoster(all.during(41), all.session.id).rows.find((each) => each.personId === all.people[0]!.personId)!;
  expect(row.presence.anomalies).toEqual(["open-end", "devices-disagree"]);
  expect(row.marks.map(({ source }) => source)).toEqual(["by Fay Cilitator, device 1", "by Fay Cilitator, device 2"]);
});

test("P2 the facilitator of another offering marks nobody", () => {
  const all = makeRoster();
  expect(mark(all, actingAs(all.db, all.stranger, { now: all.during(5).now }))).toMatchObject({
    reason: "unknown-session",
  });
  expect(all.db.select().from(attendanceMarks).all()).toEqual([]);
});

test("T1 the last tap is undone at once: its marks are voided, those before it stay", () => {
  const all = makeRoster();
  mark(all, all.during(5));
  const ctx = all.during(10);
  const sent = { sessionId: all.session.id, deviceTime: ctx.now };
  markAllPresent(ctx, { ...sent, nonce: "everyone" });
  const marked = all.db.select().from(attendanceMarks).all().length;
  expect(getRoster(ctx, all.session.id).undoable).toBe(marked - 1);

  expect(undoLastTap(ctx, { ...sent, nonce: "undo-once" })).toEqual({ ok: true, value: marked - 1 });
  expect(undoLastTap(ctx, { ...sent, nonce: "undo-twice" })).toMatchObject({ ok: false, reason: "nothing-to-undo" });
  const rows = all.db.select().from(attendanceMarks).all();
  const voids = rows.filter(({ kind }) => kind === "void");
  expect(new Set(voids.map(({ voidsMarkId }) => voidsMarkId))).toEqual(
    new Set(rows.filter(({ kind }) => kind === "present-all").map(({ id }) => id)),
  );
  expect(new Set(voids.map(({ reason }) => reason))).toEqual(new Set(["Undone at once"]));
  expect(getRoster(ctx, all.session.id).rows.filter(({ presence }) => presence.marked)).toHaveLength(1);
  // Undone is as if it had not been tapped: everyone can be marked again.
  expect(markAllPresent(ctx, { ...sent, nonce: "everyone-again" })).toEqual({ ok: true, value: marked - 1 });
});
