import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { sessions } from "#drizzle/schema/catalog";
import { earnings } from "#drizzle/schema/credits";
import { registrations } from "#drizzle/schema/registration";
import { persons } from "#drizzle/schema/people";
import { openCheckIn } from "~/attendance/check-in/check-in-desk.server";
import { answerSelfCheckIns } from "~/attendance/check-in/self-check-in.server";
import { insertMark } from "~/attendance/marks/mark-rows.server";
import { markAllPresent, recordMark, voidMark } from "~/attendance/marks/marks.server";
import { undoLastTap } from "~/attendance/marks/undo.server";
import { findConfirmation, hasChangedSince } from "~/attendance/presence/confirmation.server";
import { describePresence } from "~/attendance/presence/presence-words";
import { getRoster } from "~/attendance/roster/roster.server";
import { addWalkIn } from "~/attendance/walk-ins/walk-in.server";
import { removeWalkIn } from "~/attendance/walk-ins/remove-walk-in.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { newId } from "~/platform/ids";
import { makeRoster } from "../../support/attendance";
import { actingAs } from "../../support/database";
import { makePerson } from "../../support/factories";

type Roster = ReturnType<typeof makeRoster>;
type Ctx = Roster["after"];

const sent = ({ session }: Roster, ctx: Ctx) => ({ sessionId: session.id, deviceTime: ctx.now, nonce: newId() });
const first = ({ people }: Roster) => people[0]!.personId;
const markIn = (all: Roster, ctx: Ctx, personId = first(all), reason?: string) =>
  recordMark(ctx, { ...sent(all, ctx), personId, kind: "in", at: ctx.now, reason });
const stateOf = (all: Roster, ctx: Ctx, personId = first(all)) => {
  const row = getRoster(ctx, all.session.id).rows.find((each) => each.personId === personId);
  return row && describePresence(row.presence, { ...all.session, timeZone: "America/Los_Angeles" }).state;
};

test("T1 whoever was undone is not marked, is among the others who are marked present, and earns their hours", () => {
  const all = makeRoster({ people: 3 });
  const ctx = all.during(5);
  markIn(all, ctx);
  expect(undoLastTap(ctx, { ...sent(all, ctx), personId: first(all) })).toEqual({ ok: true, value: 1 });
  expect(stateOf(all, ctx)).toBe("unmarked");
  expect(markAllPresent(ctx, sent(all, ctx))).toEqual({ ok: true, value: 3 });
  confirmAttendance(all.after, { offeringId: all.offering.id });
  const earned = all.db.select().from(earnings).all();
  expect(earned.map(({ minutes }) => minutes)).toEqual([420, 420, 420]);
});

test("T1 the last mark of one person is undone, whatever was tapped since of others", () => {
  const all = makeRoster({ people: 2 });
  const [ana, ben] = all.people.map(({ personId }) => personId);
  markIn(all, all.during(1), ana);
  markIn(all, all.during(2), ben);
  const ctx = all.during(3);
  expect(undoLastTap(ctx, { ...sent(all, ctx), personId: ana })).toEqual({ ok: true, value: 1 });
  expect([stateOf(all, ctx, ana), stateOf(all, ctx, ben)]).toEqual(["unmarked", "in"]);
});

test("T1 every mark that is voided leaves what was before it: nothing, an arrival, or an absence", () => {
  const all = makeRoster();
  const marks = () => all.db.select().from(attendanceMarks).all();
  const voidLast = (ctx: Ctx) =>
    voidMark(ctx, { ...sent(all, ctx), markId: marks().at(-1)!.id, reason: "A mistake of mine." });
  for (const kind of ["in", "out", "absent"] as const) {
    const ctx = all.during(5);
    recordMark(ctx, { ...sent(all, ctx), personId: first(all), kind, at: ctx.now });
    expect(voidLast(ctx).ok).toBe(true);
    expect([kind, stateOf(all, ctx)]).toEqual([kind, "unmarked"]);
  }
  markIn(all, all.during(6));
  const ctx = all.during(7);
  recordMark(ctx, { ...sent(all, ctx), personId: first(all), kind: "absent", at: ctx.now });
  voidLast(ctx);
  expect(stateOf(all, ctx)).toBe("in");
});

test("T1 a mark that two people void is void once", () => {
  const all = makeRoster();
  const ctx = all.during(5);
  markIn(all, ctx);
  const { id: markId } = all.db.select().from(attendanceMarks).get()!;
  for (const reason of ["The wrong person.", "Nobody by that name."])
    expect(voidMark(ctx, { ...sent(all, ctx), markId, reason })).toEqual({ ok: true, value: null });
  expect(all.db.select().from(attendanceMarks).all()).toHaveLength(2);
});

test("T3 a mark that was made and undone since attendance was confirmed asks for nothing; a void of an older one does", () => {
  const all = makeRoster();
  markAllPresent(all.during(5), sent(all, all.during(5)));
  confirmAttendance(all.after, { offeringId: all.offering.id });
  const changed = () => hasChangedSince(all.db, findConfirmation(all.db, all.offering.id)!);
  const older = all.db.select().from(attendanceMarks).get()!;
  markIn(all, all.after, first(all), "The sheet says so.");
  expect(changed()).toBe(true);
  undoLastTap(all.after, sent(all, all.after));
  expect(changed()).toBe(false);
  voidMark(all.after, { ...sent(all, all.after), markId: older.id, reason: "Was not there." });
  expect(changed()).toBe(true);
});

const statusesOf = (all: Roster, personId: string) =>
  all.db
    .select()
    .from(registrations)
    .where(and(eq(registrations.offeringId, all.offering.id), eq(registrations.personId, personId)))
    .all()
    .map(({ status }) => status);

test("T2 a walk-in who is undone leaves the roster, and the seat that they were given", () => {
  const all = makeRoster({ people: 1 });
  const tam = makePerson(all.db);
  const { email } = all.db.select().from(persons).where(eq(persons.id, tam.personId)).get()!;
  const ctx = all.during(5);
  expect(addWalkIn(ctx, { ...sent(all, ctx), name: "Tam", email: email! })).toEqual({
    ok: true,
    value: { matched: true },
  });
  expect(stateOf(all, ctx, tam.personId)).toBe("in");
  undoLastTap(ctx, sent(all, ctx));
  expect(statusesOf(all, tam.personId)).toEqual(["withdrawn"]);
  expect(stateOf(all, ctx, tam.personId)).toBeUndefined();
  confirmAttendance(all.after, { offeringId: all.offering.id });
  expect(statusesOf(all, tam.personId)).toEqual(["withdrawn"]);
});

test("T2 whoever had a seat keeps it when their mark at the door is undone", () => {
  const all = makeRoster({ people: 1 });
  const { email } = all.db
    .select()
    .from(persons)
    .where(eq(persons.id, first(all)))
    .get()!;
  const ctx = all.during(5);
  addWalkIn(ctx, { ...sent(all, ctx), name: "Ana", email: email! });
  undoLastTap(ctx, sent(all, ctx));
  expect(statusesOf(all, first(all))).toEqual(["registered"]);
  expect(stateOf(all, ctx)).toBe("unmarked");
});

test("T2 a walk-in who was noted by name is gone when undone or taken off, and what was noted is kept", () => {
  const all = makeRoster();
  const ctx = all.during(5);
  const open = () => getRoster(ctx, all.session.id).walkIns;
  addWalkIn(ctx, { ...sent(all, ctx), name: "Tam Walker" });
  undoLastTap(ctx, sent(all, ctx));
  expect(open()).toEqual([]);
  addWalkIn(all.during(6), { ...sent(all, all.during(6)), name: "Tam Walker" });
  const [tam] = open();
  expect(removeWalkIn(actingAs(all.db, all.stranger, { now: ctx.now }), { walkInId: tam!.personId })).toMatchObject({
    reason: "unknown-walk-in",
  });
  expect(removeWalkIn(all.during(7), { walkInId: tam!.personId })).toEqual({ ok: true, value: { name: "Tam Walker" } });
  expect(removeWalkIn(all.during(7), { walkInId: tam!.personId }).ok).toBe(true);
  expect(open()).toEqual([]);
  expect(all.db.select().from(attendanceMarks).all()).toHaveLength(4);
});

test("T1 self check-ins that were not confirmed wait again once that is undone, and confirmed ones, too", () => {
  const all = makeRoster();
  const ctx = all.during(5);
  openCheckIn(ctx, all.session.id);
  expect(stateOf(all, ctx)).toBe("unmarked");
  const self = { ...sent(all, ctx), personId: first(all), at: ctx.now, kind: "in", method: "self" } as const;
  all.db.transaction((tx) => insertMark(tx, actingAs(all.db, all.people[0]!, { now: ctx.now }), self));
  for (const here of [false, true]) {
    expect(stateOf(all, ctx)).toBe("self");
    const later = all.during(here ? 7 : 6);
    expect(answerSelfCheckIns(later, { offeringId: all.offering.id, here })).toEqual({ ok: true, value: 1 });
    expect(stateOf(all, later)).toBe(here ? "in" : "unmarked");
    expect(undoLastTap(later, sent(all, later))).toEqual({ ok: true, value: 1 });
  }
  expect(stateOf(all, ctx)).toBe("self");
});

test("T2 a walk-in who is noted by name is marked like anybody, and those of another offering are nobody's here", () => {
  const all = makeRoster();
  const ctx = all.during(5);
  addWalkIn(ctx, { ...sent(all, ctx), name: "Tam Walker" });
  const walkIn = () => getRoster(ctx, all.session.id).walkIns[0]!;
  const { personId } = walkIn();
  expect(recordMark(ctx, { ...sent(all, ctx), personId, kind: "out", at: all.session.endsAt }).ok).toBe(true);
  expect(walkIn().presence.intervals).toEqual([{ from: ctx.now, to: all.session.endsAt }]);
  const theirs = all.db
    .select()
    .from(sessions)
    .all()
    .find(({ offeringId }) => offeringId !== all.offering.id)!;
  const stranger = actingAs(all.db, all.stranger, { now: ctx.now });
  expect(
    recordMark(stranger, { ...sent(all, ctx), sessionId: theirs.id, personId, kind: "out", at: ctx.now }),
  ).toMatchObject({ reason: "not-on-roster" });
});

test("only those whom the question named are marked present", () => {
  const all = makeRoster({ people: 3 });
  const ctx = all.during(5);
  const who = all.people.slice(0, 2).map(({ personId }) => personId);
  expect(markAllPresent(ctx, { ...sent(all, ctx), who })).toEqual({ ok: true, value: 2 });
  expect(stateOf(all, ctx, all.people[2]!.personId)).toBe("unmarked");
});

test("T3 of those who were never marked out, the ones who are named stayed, and nothing counts for the rest", () => {
  const all = makeRoster({ people: 2 });
  const [ana, ben] = all.people.map(({ personId }) => personId);
  for (const personId of [ana, ben]) markIn(all, all.during(0), personId);
  const stayed = [`${all.session.id}:${ben}`];
  expect(confirmAttendance(all.after, { offeringId: all.offering.id, openEnds: "some", stayed })).toMatchObject({
    ok: true,
  });
  const minutes = new Map(
    all.db
      .select()
      .from(earnings)
      .all()
      .map((row) => [row.personId, row.minutes]),
  );
  expect([minutes.get(ana!), minutes.get(ben!)]).toEqual([0, 420]);
});
