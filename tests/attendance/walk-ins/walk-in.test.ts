import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { attendanceMarks, walkIns } from "#drizzle/schema/attendance";
import { claims } from "#drizzle/schema/credits";
import { offerings } from "#drizzle/schema/catalog";
import { persons } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import { registrations } from "#drizzle/schema/registration";
import { markAllPresent, voidMark } from "~/attendance/marks/marks.server";
import { getRoster } from "~/attendance/roster/roster.server";
import { getWalkInMatch } from "~/attendance/walk-ins/walk-in-match.server";
import { unmatchWalkIn } from "~/attendance/walk-ins/unmatch.server";
import { addWalkIn, matchWalkIn } from "~/attendance/walk-ins/walk-in.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { newId } from "~/platform/ids";
import { register } from "~/registration/seats/registration.server";
import { makeRoster } from "../../support/attendance";
import { MINUTE } from "../../support/clock";
import { actingAs } from "../../support/database";
import { makePerson } from "../../support/factories";
import { readingsOf } from "../../support/readings";

/** Tam came at 8:20 and was noted by name alone. */
function noted(options: Parameters<typeof makeRoster>[0] = {}) {
  const all = makeRoster(options);
  const ctx = all.during(20);
  const sent = { sessionId: all.session.id, deviceTime: ctx.now, nonce: "walk-in-of-tam" };
  expect(addWalkIn(ctx, { ...sent, name: "Tam Walker" })).toEqual({ ok: true, value: { matched: false } });
  const walkIn = all.db.select().from(walkIns).get()!;
  return { ...all, walkInId: walkIn.id };
}

const statusOf = ({ db, offering }: ReturnType<typeof noted>, personId: string) =>
  db
    .select()
    .from(registrations)
    .where(and(eq(registrations.offeringId, offering.id), eq(registrations.personId, personId)))
    .all()
    .map(({ status }) => status);

const rowOf = (all: ReturnType<typeof noted>, personId: string) =>
  getRoster(all.after, all.session.id).rows.find((row) => row.personId === personId);

test("T2 a walk-in who is matched stands on the roster with the times that were noted", () => {
  const all = noted();
  const tam = makePerson(all.db, { first: "Tamara", last: "Walker" });
  expect(matchWalkIn(all.after, { walkInId: all.walkInId, personId: tam.personId })).toEqual({
    ok: true,
    value: tam.personId,
  });
  expect(statusOf(all, tam.personId)).toEqual(["registered"]);
  const row = rowOf(all, tam.personId)!;
  expect(row.presence.openSince).toBe(all.session.startsAt + 20 * MINUTE);
  expect(row.marks).toHaveLength(1);
  expect(getRoster(all.after, all.session.id).walkIns).toEqual([]);
  // The mark itself is as it was made: it is the walk-in's.
  expect(all.db.select().from(attendanceMarks).get()).toMatchObject({ personId: null, walkInId: all.walkInId });
  expect(all.db.select().from(auditEntries).where(eq(auditEntries.action, "walk-in.matched")).get()).toMatchObject({
    personId: tam.personId,
    actorId: all.facilitator.personId,
  });
});

test("T2 a matched walk-in earns the hours since they came", () => {
  const all = noted({ people: 0 });
  const tam = makePerson(all.db);
  matchWalkIn(all.after, { walkInId: all.walkInId, personId: tam.personId });
  expect(confirmAttendance(all.after, { offeringId: all.offering.id, openEnds: "stayed" })).toMatchObject({ ok: true });
  // 8:20 to 16:00 without lunch: 400 minutes, 6.5 hours.
  expect(all.db.select().from(claims).get()).toMatchObject({ personId: tam.personId, earnedMinutes: 390 });
});

test("T2 matching the same person again changes nothing; another is refused", () => {
  const all = noted();
  const [tam, other] = [makePerson(all.db), makePerson(all.db)];
  const match = (personId: string) => matchWalkIn(all.after, { walkInId: all.walkInId, personId });
  match(tam.personId);
  const entries = all.db.select().from(auditEntries).all().length;
  expect(match(tam.personId)).toEqual({ ok: true, value: tam.personId });
  expect(all.db.select().from(auditEntries).all()).toHaveLength(entries);
  expect(match(other.personId)).toMatchObject({ reason: "already-matched" });
  expect(match("nobody")).toMatchObject({ reason: "already-matched" });
  expect(statusOf(all, other.personId)).toEqual([]);
});

test("T2 somebody new to Hourbook is entered with the match", () => {
  const all = noted();
  const input = { walkInId: all.walkInId, legalFirst: "Tam", legalLast: "Walker", email: "tam@elsewhere.example" };
  const outcome = matchWalkIn(all.after, input);
  if (!outcome.ok) throw new Error(outcome.reason);
  expect(all.db.select().from(persons).where(eq(persons.id, outcome.value)).get()).toMatchObject({
    legalLast: "Walker",
    email: "tam@elsewhere.example",
  });
  expect(rowOf(all, outcome.value)?.presence.marked).toBe(true);
});

test("T2 an address that somebody has is not entered again", () => {
  const all = noted();
  const input = { walkInId: all.walkInId, legalFirst: "Tam", legalLast: "Walker", email: all.people[0]!.email };
  expect(matchWalkIn(all.after, input)).toMatchObject({ reason: "address-taken" });
  expect(all.db.select().from(walkIns).get()).toMatchObject({ personId: null });
});

test("R2 a full offering takes no walk-in on its roster until the capacity is raised", () => {
  const all = noted({ people: 2, capacity: 2 });
  const tam = makePerson(all.db);
  const match = () => matchWalkIn(all.after, { walkInId: all.walkInId, personId: tam.personId });
  expect(match()).toMatchObject({ reason: "no-seat" });
  const people = all.db.select().from(persons).all().length;
  expect(matchWalkIn(all.after, { walkInId: all.walkInId, legalFirst: "T", legalLast: "W" })).toMatchObject({
    reason: "no-seat",
  });
  expect(all.db.select().from(persons).all()).toHaveLength(people);
  all.db.update(offerings).set({ capacity: 3 }).where(eq(offerings.id, all.offering.id)).run();
  expect(match().ok).toBe(true);
});

test("R2 somebody from the waitlist who comes to the door needs a free seat, too", () => {
  const all = makeRoster({ people: 1, capacity: 1 });
  const waiting = makePerson(all.db);
  register(actingAs(all.db, waiting), { offeringId: all.offering.id });
  const ctx = all.during(1);
  const walkIn = { sessionId: all.session.id, deviceTime: ctx.now, name: waiting.name, email: waiting.email };
  expect(addWalkIn(ctx, { ...walkIn, nonce: newId() })).toMatchObject({ reason: "no-seat" });
  all.db.update(offerings).set({ capacity: 2 }).where(eq(offerings.id, all.offering.id)).run();
  expect(addWalkIn(ctx, { ...walkIn, nonce: newId() })).toMatchObject({ ok: true });
  expect(statusOf({ ...all, walkInId: "" }, waiting.personId)).toEqual(["registered"]);
});

test("T1 the mark of a matched walk-in can be voided and is not marked over", () => {
  const all = noted({ people: 0 });
  const tam = makePerson(all.db);
  matchWalkIn(all.after, { walkInId: all.walkInId, personId: tam.personId });
  const sent = { sessionId: all.session.id, deviceTime: all.after.now };
  expect(markAllPresent(all.after, { ...sent, nonce: newId() })).toEqual({ ok: true, value: 0 });
  const { id: markId } = all.db.select().from(attendanceMarks).get()!;
  expect(voidMark(all.after, { ...sent, markId, reason: "Another Tam.", nonce: newId() }).ok).toBe(true);
  expect(rowOf(all, tam.personId)?.presence).toMatchObject({ openSince: null, intervals: [] });
});

test("P5 the page to match a walk-in names whom it shows, ten at most, and whoever was matched", () => {
  const all = noted();
  const tams = Array.from({ length: 12 }, () => makePerson(all.db, { first: "Tam" }));
  const shown = getWalkInMatch(all.after, all.walkInId, "Tam");
  expect(shown).toMatchObject({ total: 12, walkIn: { matchedTo: null } });
  const ids = shown.people.map(({ id }) => id).sort();
  expect(ids).toHaveLength(10);
  expect(readingsOf(all.db, "people.searched").map(({ personIds }) => personIds)).toEqual([ids]);
  expect(matchWalkIn(all.after, { walkInId: all.walkInId, personId: tams[0]!.personId }).ok).toBe(true);
  expect(getWalkInMatch(all.after, all.walkInId, "Nobody").walkIn.matchedTo).not.toBeNull();
  expect(readingsOf(all.db, "walk-in.read").map(({ personIds }) => personIds)).toEqual([[], [tams[0]!.personId]]);
});

test("P2 the facilitator of another offering matches nobody", () => {
  const all = noted();
  const tam = makePerson(all.db);
  const ctx = actingAs(all.db, all.stranger, { now: all.after.now });
  expect(matchWalkIn(ctx, { walkInId: all.walkInId, personId: tam.personId })).toMatchObject({
    reason: "unknown-walk-in",
  });
});

test("T2 a wrong match is taken back: nobody has the times or the seat, and the walk-in can be matched again", () => {
  const all = noted();
  const [wrong, right] = [makePerson(all.db, { first: "Tom" }), makePerson(all.db, { first: "Tamara" })];
  matchWalkIn(all.after, { walkInId: all.walkInId, personId: wrong.personId });
  const ctx = { ...all.after, now: all.after.now + MINUTE };
  expect(unmatchWalkIn(ctx, all)).toEqual({ ok: true, value: { name: "Tam Walker" } });
  expect(unmatchWalkIn(ctx, all).ok).toBe(true);
  expect(statusOf(all, wrong.personId)).toEqual(["withdrawn"]);
  expect(rowOf(all, wrong.personId)).toBeUndefined();
  const found = { action: "walk-in.unmatched", personId: wrong.personId };
  expect(all.db.select().from(auditEntries).all()).toEqual(
    expect.arrayContaining([expect.objectContaining(found)]) as unknown,
  );
  expect(matchWalkIn(ctx, { walkInId: all.walkInId, personId: right.personId }).ok).toBe(true);
  expect(rowOf(all, right.personId)).toBeDefined();
});

test("T2 nobody but who takes the attendance takes a match back", () => {
  const all = noted();
  matchWalkIn(all.after, { walkInId: all.walkInId, personId: makePerson(all.db).personId });
  const stranger = actingAs(all.db, makePerson(all.db));
  expect(unmatchWalkIn(stranger, all)).toMatchObject({ ok: false, reason: "unknown-walk-in" });
});
