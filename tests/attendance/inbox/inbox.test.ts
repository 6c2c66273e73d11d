import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { attendanceMarks, heldMarks } from "#drizzle/schema/attendance";
import { getInbox } from "~/attendance/inbox/inbox.server";
import { countHeldMarks, leaveHeldMarksOut, takeUpAgain } from "~/attendance/inbox/settle.server";
import { removeDevice } from "~/attendance/kept/kept-device.server";
import { recordMark } from "~/attendance/marks/marks.server";
import { getRoster, listPresence } from "~/attendance/roster/roster.server";
import { newId } from "~/platform/ids";
import { findLiveRegistration } from "~/registration/seats/registration-row.server";
import { withdraw } from "~/registration/seats/registration.server";
import { action as inboxAction, loader as inboxPage } from "~/routes/facilitator/offerings.$id_.inbox";
import { makeRoster } from "../../support/attendance";
import { HOUR } from "../../support/clock";
import { actingAs } from "../../support/database";
import { makePerson } from "../../support/factories";
import { makeDevice } from "../../support/door/queued-marks";
import { get, post, thrownBy } from "../../support/request";

const WHY = "I saw them at the door";

/** Two people; the first withdraws while a device without a network marks both in and the first out again. */
function withdrawn(capacity = 2) {
  const all = makeRoster({ capacity });
  const device = makeDevice(all, all.during(-600));
  const [one, two] = all.people;
  const live = findLiveRegistration(all.db, all.offering.id, one!.personId)!;
  const early = all.session.startsAt - 30 * 24 * HOUR;
  expect(withdraw(actingAs(all.db, one!, { now: early }), live.id)).toMatchObject({ ok: true });
  const marks = [
    device.mark(all.during(3).now, one!.personId),
    device.mark(all.during(4).now, two!.personId),
    device.mark(all.during(200).now, one!.personId, { kind: "out" }),
  ];
  device.send(all.after, marks);
  return { ...all, device, ids: getInbox(all.after, all.offering.id).waiting.map(({ id }) => id) };
}

const presenceOf = ({ db, offering }: ReturnType<typeof makeRoster>, personId: string) =>
  listPresence(db, offering.id).people.find(({ person }) => person.id === personId)?.presences[0];

test("marks of somebody who withdrew wait, and count as they were made once somebody says so, with a seat again", () => {
  const all = withdrawn();
  const { personId } = all.people[0]!;
  expect(presenceOf(all, personId)).toBeUndefined();
  expect(getInbox(all.after, all.offering.id).waiting).toMatchObject([
    { kind: "in", method: "roster", reason: "left-roster", recordedBy: "Fay Cilitator" },
    { kind: "out", reason: "left-roster" },
  ]);
  const input = { offeringId: all.offering.id, ids: all.ids, why: WHY };
  expect(countHeldMarks(all.after, input)).toEqual({ ok: true, value: 2 });
  expect(presenceOf(all, personId)).toMatchObject({
    intervals: [{ from: all.during(3).now, to: all.during(200).now }],
    openSince: null,
  });
  const counted = all.db.select().from(attendanceMarks).where(eq(attendanceMarks.personId, personId)).all();
  expect(counted.map(({ reason, recordedBy }) => [reason, recordedBy])).toEqual([
    [WHY, all.facilitator.personId],
    [WHY, all.facilitator.personId],
  ]);
  expect(getInbox(all.after, all.offering.id)).toMatchObject({
    waiting: [],
    settled: { total: 2, rows: [{ settledAs: "counted", settledWhy: WHY }, { settledAs: "counted" }] },
  });
  expect(countHeldMarks(all.after, input)).toMatchObject({ ok: false, reason: "unknown-mark" });
});

test("R2 where every seat is taken, none of them counts", () => {
  const all = withdrawn(2);
  makeRosterFull(all);
  const refused = countHeldMarks(all.after, { offeringId: all.offering.id, ids: all.ids, why: WHY });
  expect(refused).toMatchObject({ ok: false, reason: "no-seat" });
  expect(getInbox(all.after, all.offering.id).waiting).toHaveLength(2);
  expect(presenceOf(all, all.people[0]!.personId)).toBeUndefined();
});

function makeRosterFull({ db, offering, device, during }: ReturnType<typeof withdrawn>) {
  const known = makePerson(db);
  const noted = device.mark(during(10).now, "", { who: { name: "Whoever", email: known.email } });
  expect(device.send(during(11), [noted]).answers).toMatchObject([{ code: "done" }]);
  expect(offering.id).not.toBe("");
}

test("what is left out stays on record, counts nothing, and can be taken up again", () => {
  const all = withdrawn();
  const offeringId = all.offering.id;
  expect(leaveHeldMarksOut(all.after, { offeringId, ids: all.ids, why: "Somebody else came" })).toMatchObject({
    value: 2,
  });
  expect(presenceOf(all, all.people[0]!.personId)).toBeUndefined();
  const { settled } = getInbox(all.after, offeringId);
  expect(settled.rows.map(({ settledAs, settledBy }) => [settledAs, settledBy])).toEqual([
    ["left-out", "Fay Cilitator"],
    ["left-out", "Fay Cilitator"],
  ]);
  expect(takeUpAgain(all.after, { offeringId, heldId: settled.rows[0]!.id })).toMatchObject({ ok: true });
  expect(takeUpAgain(all.after, { offeringId, heldId: settled.rows[0]!.id })).toMatchObject({ reason: "unknown-mark" });
  expect(getInbox(all.after, offeringId).waiting).toHaveLength(1);
});

test("settled marks are counted, not cut in silence, and what was left out long ago can be taken up again", async () => {
  const all = withdrawn();
  const offeringId = all.offering.id;
  const [first] = all.db.select().from(heldMarks).all();
  const copies = Array.from({ length: 58 }, () => ({ ...first!, id: newId(), nonce: newId() }));
  all.db.insert(heldMarks).values(copies).run();
  const why = "Nobody saw them";
  leaveHeldMarksOut(all.during(300), { offeringId, ids: all.ids, why });
  leaveHeldMarksOut(all.after, { offeringId, ids: copies.map(({ id }) => id), why });
  const open = async (search: string) => {
    const request = await get(all.db, `/facilitator/offerings/${offeringId}/inbox${search}`, all.facilitator);
    return (await inboxPage({ request, params: { id: offeringId }, context: {} })).data.settled;
  };
  const newest = await open("");
  expect([newest.rows.length, newest.total]).toEqual([50, 60]);
  const { rows, total } = await open("?settled=all");
  expect([rows.length, total]).toEqual([60, 60]);
  const left = rows.map(({ id }) => id).find((id) => all.ids.includes(id));
  const here = `/facilitator/offerings/${offeringId}/inbox?settled=all`;
  const request = await post(all.db, here, { intent: "take-up", heldId: left! }, all.facilitator);
  const answer = await thrownBy(() => inboxAction({ request, params: { id: offeringId }, context: {} }));
  // Where the others are still shown.
  expect(answer.headers.get("Location")).toBe(here);
  expect(getInbox(all.after, offeringId).waiting.map(({ id }) => id)).toEqual([left]);
});

test("a mark whose session is gone counts for the session that somebody chooses", () => {
  const all = makeRoster();
  const device = makeDevice(all, all.during(-60));
  const { personId } = all.people[0]!;
  device.send(all.after, [device.mark(all.during(5).now, personId, { sessionId: newId() })]);
  const { waiting } = getInbox(all.after, all.offering.id);
  expect(waiting).toMatchObject([{ reason: "session-gone", sessionId: null }]);
  const input = { offeringId: all.offering.id, ids: [waiting[0]!.id], why: WHY };
  expect(countHeldMarks(all.after, input)).toMatchObject({ reason: "session-needed" });
  expect(countHeldMarks(all.after, { ...input, sessionId: newId() })).toMatchObject({ reason: "session-needed" });
  expect(countHeldMarks(all.after, { ...input, sessionId: all.session.id })).toMatchObject({ ok: true });
  expect(presenceOf(all, personId)).toMatchObject({ openSince: all.during(5).now });
});

test("T2 somebody whom a device noted by name stays one walk-in, who came and left, once both marks count", () => {
  const all = makeRoster();
  const device = makeDevice(all, all.during(-60));
  const offeringId = all.offering.id;
  expect(removeDevice(all.during(1), { offeringId, keptId: getInbox(all.after, offeringId).devices[0]!.id }).ok).toBe(
    true,
  );
  const came = device.mark(all.during(3).now, "", { who: { name: "Wanda Walker", email: null } });
  const left = device.mark(all.during(200).now, "", { who: { notedBy: came.nonce }, kind: "out" });
  device.send(all.after, [came, left]);
  const ids = getInbox(all.after, offeringId).waiting.map(({ id }) => id);
  expect(countHeldMarks(all.after, { offeringId, ids, why: WHY })).toEqual({ ok: true, value: 2 });
  const { walkIns } = getRoster(all.after, all.session.id);
  expect(walkIns).toMatchObject([
    { name: "Wanda Walker", presence: { intervals: [{ from: all.during(3).now, to: all.during(200).now }] } },
  ]);
  expect(walkIns[0]!.marks.map(({ kind, source }) => [kind, source])).toEqual([
    ["in", "by Fay Cilitator, walk-in"],
    ["out", "by Fay Cilitator"],
  ]);
});

test("two devices that disagree and a walk-in of a known name stand in the inbox", () => {
  const all = makeRoster();
  const device = makeDevice(all, all.during(-60));
  const { personId, name } = all.people[0]!;
  const ctx = all.during(30);
  const online = { at: ctx.now, deviceTime: ctx.now, device: "e".repeat(32), nonce: newId() };
  recordMark(ctx, { sessionId: all.session.id, personId, kind: "in", ...online });
  const noted = device.mark(all.during(3).now, "", { who: { name: name.toUpperCase(), email: null } });
  device.send(all.during(40), [device.mark(all.during(5).now, personId), noted]);
  expect(getInbox(all.after, all.offering.id)).toMatchObject({
    disagreeing: [{ personId, sessionId: all.session.id }],
    doubles: [{ name: name.toUpperCase() }],
    devices: [{ label: "Firefox on a test", whose: "Fay Cilitator", removedAt: null }],
  });
});

test("P2 an inbox, its marks and its devices are for whoever takes the attendance", () => {
  const all = withdrawn();
  const stranger = actingAs(all.db, all.stranger, { now: all.after.now });
  const offeringId = all.offering.id;
  expect(() => getInbox(stranger, offeringId)).toThrow(expect.objectContaining({ status: 404 }));
  const input = { offeringId, ids: all.ids, why: WHY };
  expect(countHeldMarks(stranger, input)).toMatchObject({ ok: false });
  expect(leaveHeldMarksOut(stranger, input)).toMatchObject({ ok: false });
  const keptId = getInbox(all.after, offeringId).devices[0]!.id;
  expect(removeDevice(stranger, { offeringId, keptId })).toMatchObject({ ok: false });
  expect(
    all.db
      .select()
      .from(heldMarks)
      .all()
      .every(({ settledAt }) => settledAt === null),
  ).toBe(true);
  expect(removeDevice(all.after, { offeringId, keptId })).toEqual({ ok: true, value: "Firefox on a test" });
  expect(getInbox(all.after, offeringId).devices).toMatchObject([{ removedAt: all.after.now }]);
});
