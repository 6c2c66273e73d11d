import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { attendanceMarks, heldMarks, walkIns } from "#drizzle/schema/attendance";
import { sessions } from "#drizzle/schema/catalog";
import { auditEntries } from "#drizzle/schema/platform";
import { forgetRoster } from "~/attendance/kept/kept-roster.server";
import { markAllPresent, recordMark } from "~/attendance/marks/marks.server";
import { takeQueuedMarks } from "~/attendance/queue/sync.server";
import { getRoster, listPresence } from "~/attendance/roster/roster.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { newId } from "~/platform/ids";
import { findLiveRegistration } from "~/registration/seats/registration-row.server";
import { withdraw } from "~/registration/seats/registration.server";
import { makeRoster } from "../../support/attendance";
import { HOUR, MINUTE } from "../../support/clock";
import { actingAs } from "../../support/database";
import { makeOffering, makePerson } from "../../support/factories";
import { DEVICE, makeDevice } from "../../support/door/queued-marks";

type Roster = ReturnType<typeof makeRoster>;

/** Of each person, in the order in which the roster was made. */
function presencesOf({ db, offering, people }: Roster) {
  const listed = listPresence(db, offering.id).people;
  return people.map(({ personId }) =>
    listed
      .find(({ person }) => person.id === personId)!
      .presences.map(({ intervals, openSince, anomalies }) => ({ intervals, openSince, anomalies })),
  );
}

test("T1 marks that waited on a device make the ledger that marks on the roster make, and count once however often they are sent", () => {
  const online = makeRoster();
  const minutes = (all: Roster, after: number) => all.session.startsAt + after * MINUTE;
  for (const [person, kind, after] of [
    [0, "in", 5],
    [1, "in", 7],
    [0, "out", 120],
  ] as const) {
    const ctx = online.during(after);
    const { personId } = online.people[person]!;
    const stamp = { at: ctx.now, deviceTime: ctx.now, device: DEVICE, nonce: newId() };
    recordMark(ctx, { sessionId: online.session.id, personId, kind, ...stamp });
  }
  const offline = makeRoster();
  const device = makeDevice(offline, offline.during(-60));
  const queue = [
    device.mark(minutes(offline, 5), offline.people[0]!.personId),
    device.mark(minutes(offline, 7), offline.people[1]!.personId),
    device.mark(minutes(offline, 120), offline.people[0]!.personId, { kind: "out" }),
  ];
  const first = device.send(offline.after, queue);
  expect(first.answers.map(({ code }) => code)).toEqual(["done", "done", "done"]);
  for (let again = 0; again < 3; again++) {
    const answers = device.send(offline.after, queue).answers;
    expect(answers.map(({ code }) => code)).toEqual(["done-before", "done-before", "done-before"]);
  }
  expect(presencesOf(offline)).toEqual(presencesOf(online));
  expect(offline.db.select().from(attendanceMarks).all()).toHaveLength(3);
  expect(offline.db.select().from(heldMarks).all()).toEqual([]);
});

test("T1 a device whose clock is seven minutes slow marks the right moment, and the roster says that its clock was off", () => {
  const all = makeRoster();
  const device = makeDevice(all, all.during(-60));
  const slow = (minutes: number) => ({
    run: "page",
    wall: all.session.startsAt + (minutes - 7) * MINUTE,
    steady: (minutes + 60) * MINUTE,
  });
  const before = { ...slow(-60), server: all.session.startsAt - HOUR };
  const mark = device.mark(0, all.people[0]!.personId, { clock: slow(10), before });
  device.send(all.during(90), [mark], slow(90));
  expect(all.db.select().from(attendanceMarks).get()).toMatchObject({
    at: all.session.startsAt + 10 * MINUTE,
    deviceTime: all.session.startsAt + 3 * MINUTE,
    clockOffset: 7 * MINUTE,
    clockDoubt: false,
  });
  expect(presencesOf(all)[0]![0]!.anomalies).toContain("clock-off");
});

test("T1 an absence that was recorded earlier and arrives later does not undo an arrival", () => {
  const all = makeRoster();
  const device = makeDevice(all, all.during(-60));
  const { personId } = all.people[0]!;
  const absent = device.mark(all.during(5).now, personId, { kind: "absent" });
  const ctx = all.during(20);
  recordMark(ctx, {
    sessionId: all.session.id,
    personId,
    kind: "in",
    at: ctx.now,
    deviceTime: ctx.now,
    nonce: newId(),
  });
  device.send(all.during(60), [absent]);
  expect(presencesOf(all)[0]![0]).toMatchObject({ openSince: ctx.now });
});

test("T2 somebody noted at the door without a network is a walk-in, and their later marks are theirs", () => {
  const all = makeRoster();
  const device = makeDevice(all, all.during(-60));
  const noted = device.mark(all.during(3).now, "", { who: { name: "Grace Hopper", email: null } });
  const out = device.mark(all.during(90).now, "", { who: { notedBy: noted.nonce }, kind: "out" });
  expect(device.send(all.during(100), [noted, out]).answers.map(({ code }) => code)).toEqual(["done", "done"]);
  const { walkIns: rows } = getRoster(all.after, all.session.id);
  expect(rows.map(({ name, presence }) => [name, presence.intervals.length])).toEqual([["Grace Hopper", 1]]);
  const known = makePerson(all.db);
  const byAddress = device.mark(all.during(4).now, "", { who: { name: "Whoever", email: known.email } });
  device.send(all.during(101), [byAddress]);
  expect(getRoster(all.after, all.session.id).rows.map(({ personId }) => personId)).toContain(known.personId);
  expect(all.db.select().from(walkIns).all()).toHaveLength(1);
});

test("undoing without a network takes back a mark that waits with it, one that was sent, and a seat at the door", () => {
  const all = makeRoster({ people: 1, capacity: 2 });
  const device = makeDevice(all, all.during(-60));
  const { personId } = all.people[0]!;
  const came = device.mark(all.during(3).now, personId);
  const undone = device.mark(all.during(4).now, personId, { kind: "void", voids: came.nonce });
  device.send(all.during(5), [came]);
  const known = makePerson(all.db);
  const seated = device.mark(all.during(6).now, "", { who: { name: "Whoever", email: known.email } });
  const unseated = device.mark(all.during(7).now, "", {
    who: { notedBy: seated.nonce },
    kind: "void",
    voids: seated.nonce,
  });
  const answers = device.send(all.during(8), [undone, seated, unseated]).answers;
  expect(answers.map(({ code }) => code)).toEqual(["done", "done", "done"]);
  const { rows } = getRoster(all.after, all.session.id);
  expect(rows.map((row) => [row.personId, row.presence.marked])).toEqual([[personId, false]]);
});

test("who was taken in at the door and withdrew since waits, and nobody comes onto a roster by a mark of elsewhere", () => {
  const all = makeRoster();
  const device = makeDevice(all, all.during(-60));
  const known = makePerson(all.db);
  const seated = device.mark(all.during(6).now, "", { who: { name: "Whoever", email: known.email } });
  device.send(all.during(7), [seated]);
  withdraw(actingAs(all.db, known), findLiveRegistration(all.db, all.offering.id, known.personId)!.id);
  const out = { who: { notedBy: seated.nonce }, kind: "out" as const };
  expect(device.send(all.during(91), [device.mark(all.during(90).now, "", out)]).answers).toMatchObject([
    { code: "done", held: true, words: "not on the roster any more" },
  ]);
  const elsewhere = makeOffering(all.db, { instructor: all.facilitator });
  const other = makeDevice({ offering: elsewhere, session: elsewhere.sessions[0]! }, all.during(-60));
  expect(other.send(all.during(91), [other.mark(all.during(90).now, "", out)]).answers[0]?.code).toBe("refused");
});

test("“present” for everyone leaves those alone who were marked meanwhile", () => {
  const all = makeRoster();
  const device = makeDevice(all, all.during(-60));
  const [one, two] = all.people;
  const ctx = all.during(10);
  const absent = { at: ctx.now, deviceTime: ctx.now, nonce: newId(), kind: "absent" as const };
  recordMark(ctx, { sessionId: all.session.id, personId: one!.personId, ...absent });
  const everyone = [one!, two!].map(({ personId }) =>
    device.mark(all.during(5).now, personId, { kind: "present-all" }),
  );
  device.send(all.during(60), everyone);
  expect(presencesOf(all).map(([each]) => each!.intervals.length)).toEqual([0, 1]);
});

test("what happened meanwhile is held, said to the device, and counts nothing until somebody says so", () => {
  const all = makeRoster();
  const device = makeDevice(all, all.during(-60));
  const [one, two] = all.people.map(({ personId }) => personId);
  const mark = device.mark(all.during(5).now, one!);
  const late = device.mark(all.during(6).now, two!);
  all.db
    .update(sessions)
    .set({ startsAt: all.session.startsAt + 24 * HOUR, endsAt: all.session.endsAt + 24 * HOUR })
    .run();
  expect(device.send(all.after, [mark]).answers).toEqual([
    { nonce: mark.nonce, code: "done", held: true, words: "the session was moved" },
  ]);
  all.db
    .update(sessions)
    .set({ startsAt: all.session.startsAt, endsAt: all.session.endsAt })
    .where(eq(sessions.id, all.session.id))
    .run();
  markAllPresent(all.after, { sessionId: all.session.id, deviceTime: all.after.now, nonce: "everybody-there" });
  expect(confirmAttendance(all.after, { offeringId: all.offering.id })).toMatchObject({ ok: true });
  expect(device.send(all.after, [late]).answers).toMatchObject([
    { held: true, words: "attendance was confirmed already" },
  ]);
  const held = all.db.select().from(heldMarks).all();
  expect(held.map(({ reason, personId }) => [reason, personId])).toEqual([
    ["session-moved", one],
    ["after-confirmation", two],
  ]);
  expect(device.send(all.after, [mark]).answers).toMatchObject([{ code: "done-before", held: true }]);
});

test("a device that was taken off is told so, its marks wait as suspect, and it undoes nothing that counts", () => {
  const all = makeRoster();
  const device = makeDevice(all, all.during(-60));
  const { personId } = all.people[0]!;
  const sent = device.mark(all.during(3).now, personId);
  expect(device.send(all.during(4), [sent]).wipe).toEqual([]);
  forgetRoster(all.during(5), { offeringId: all.offering.id, device: DEVICE });
  const out = device.mark(all.during(90).now, personId, { kind: "out" });
  const undo = device.mark(all.during(91).now, personId, { kind: "void", voids: sent.nonce });
  const reply = device.send(all.during(95), [out, undo]);
  expect(reply.wipe).toEqual([all.offering.id]);
  expect(reply.answers).toMatchObject([
    { code: "done", held: true, words: "this device was taken off" },
    { code: "refused" },
  ]);
  expect(presencesOf(all)[0]![0]).toMatchObject({ intervals: [], openSince: all.during(3).now });
});

test("P2 marks of somebody else's offering and a nonce of another device are refused for good, and in the log", () => {
  const all = makeRoster();
  const device = makeDevice(all, all.during(-60));
  const sent = device.mark(all.during(3).now, all.people[0]!.personId);
  device.send(all.during(4), [sent]);
  const stranger = actingAs(all.db, all.stranger, { now: all.during(5).now });
  const input = { device: "e".repeat(32), run: "page", wall: stranger.now, steady: 5 };
  const foreign = takeQueuedMarks(stranger, {
    owner: all.stranger.personId,
    ...input,
    list: [{ ...sent, nonce: newId() }],
  });
  expect(foreign).toMatchObject({ value: { answers: [{ code: "refused" }] } });
  const second = makeDevice(all, all.during(6), "e".repeat(32));
  expect(second.send(all.during(7), [sent]).answers).toMatchObject([{ code: "refused" }]);
  expect(takeQueuedMarks(stranger, { owner: all.facilitator.personId, ...input, list: [sent] })).toMatchObject({
    ok: false,
    reason: "somebody-else",
  });
  const logged = all.db.select().from(auditEntries).where(eq(auditEntries.action, "attendance.refused")).all();
  expect(logged.map(({ detail }) => (detail as { reason: string }).reason)).toEqual(["not-yours", "nonce-taken"]);
  expect(all.db.select().from(attendanceMarks).all()).toHaveLength(1);
});

test("what cannot be read stays on the device, and the marks beside it are taken", () => {
  const all = makeRoster();
  const device = makeDevice(all, all.during(-60));
  const good = device.mark(all.during(3).now, all.people[0]!.personId);
  const answers = device.send(all.during(4), [{ nonce: "from-next-year" }, null, 7, good]).answers;
  expect(answers.map(({ nonce, code }) => [nonce, code])).toEqual([
    ["from-next-year", "again"],
    ["", "again"],
    ["", "again"],
    [good.nonce, "done"],
  ]);
});
