import { expect, test } from "vitest";
import { attendanceMarks, checkIns, walkIns } from "#drizzle/schema/attendance";
import { checkInCodeAt } from "~/attendance/check-in/check-in-code.server";
import { openCheckIn } from "~/attendance/check-in/check-in-desk.server";
import { checkIn } from "~/attendance/check-in/check-in.server";
import { getRoster } from "~/attendance/roster/roster.server";
import { markAllPresent } from "~/attendance/marks/marks.server";
import { addWalkIn } from "~/attendance/walk-ins/walk-in.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { action as checkInAction, loader as checkInLoader } from "~/routes/educator/check-in.$sessionId";
import { action as confirmAction, loader as confirmLoader } from "~/routes/facilitator/offerings.$id";
import { action as rosterAction, loader as rosterLoader } from "~/routes/facilitator/sessions.$id";
import { action as openAction, loader as screenLoader } from "~/routes/facilitator/sessions.$id_.check-in";
import { action as matchAction, loader as matchLoader } from "~/routes/facilitator/walk-ins.$id";
import { readingsOf } from "../support/readings";
import { makeRoster } from "../support/attendance";
import { HOUR, MINUTE, setClock } from "../support/clock";
import { actingAs, countStatements } from "../support/database";
import { makePerson, type TestPerson } from "../support/factories";
import { get, post, thrownBy } from "../support/request";

/** A roster ten minutes after the start, and posts to its page. */
function atTheDoor(options: Parameters<typeof makeRoster>[0] = {}) {
  const all = makeRoster(options);
  setClock(all.session.startsAt + 10 * MINUTE);
  const args = { params: { id: all.session.id }, context: {} };
  const path = `/facilitator/sessions/${all.session.id}`;
  const send = async (values: Record<string, string>, person: TestPerson = all.facilitator) =>
    rosterAction({ request: await post(all.db, path, { nonce: "a-nonce-of-the-page", ...values }, person), ...args });
  const load = async (person: TestPerson = all.facilitator, search = "") =>
    rosterLoader({ request: await get(all.db, path + search, person), ...args });
  const marks = () => all.db.select().from(attendanceMarks).all();
  return { ...all, send, load, marks, me: all.people[0]! };
}

test("P2 the pages of another facilitator's offering are 404, to read and to change", async () => {
  const all = atTheDoor();
  addWalkIn(all.during(1), { sessionId: all.session.id, name: "Tam", deviceTime: 1, nonce: "walk-in-1" });
  const walkInId = all.db.select().from(walkIns).get()!.id;
  const read = await get(all.db, "/facilitator", all.stranger);
  const write = () => post(all.db, "/facilitator", { intent: "match", personId: all.me.personId }, all.stranger);
  const of = (id: string) => ({ params: { id }, context: {} });
  const works: (() => Promise<unknown>)[] = [
    () => rosterLoader({ request: read, ...of(all.session.id) }),
    () => screenLoader({ request: read, ...of(all.session.id) }),
    () => confirmLoader({ request: read, ...of(all.offering.id) }),
    () => matchLoader({ request: read, ...of(walkInId) }),
    async () => openAction({ request: await write(), ...of(all.session.id) }),
    async () => matchAction({ request: await write(), ...of(walkInId) }),
    () => all.send({ intent: "tap", tap: `in:${all.me.personId}` }, all.stranger),
  ];
  for (const work of works) expect((await thrownBy(work)).status).toBe(404);
  expect(all.db.select().from(checkIns).all()).toEqual([]);
  expect(all.marks()).toHaveLength(1);
});

test("T1 a tap posts the moment and the device; without JavaScript the server's time is taken", async () => {
  const all = atTheDoor();
  const now = all.session.startsAt + 10 * MINUTE;
  await all.send({ intent: "tap", tap: `in:${all.me.personId}`, deviceTime: "", device: "" });
  await all.send({
    ...{ intent: "tap", tap: `out:${all.me.personId}`, nonce: "another-nonce" },
    ...{ deviceTime: String(now - 5000), device: "a".repeat(32) },
  });
  expect(all.marks()).toMatchObject([
    { kind: "in", at: now, deviceTime: now, device: null },
    { kind: "out", at: now, deviceTime: now - 5000, device: "a".repeat(32) },
  ]);
});

test("T1 a tap that is sent again with its nonce is success without a second mark", async () => {
  const all = atTheDoor();
  const tap = { intent: "tap", tap: `in:${all.me.personId}` };
  await all.send(tap);
  expect(await all.send(tap)).toMatchObject({ data: { result: undefined } });
  expect(all.marks()).toHaveLength(1);
});

test("T1 late arrivals are told with a wall time of the session's own zone", async () => {
  const all = atTheDoor();
  await all.send({ intent: "mark", kind: "in", personId: all.me.personId, time: "08:07" });
  expect(all.marks()).toMatchObject([{ at: all.session.startsAt + 7 * MINUTE }]);
  const wrong = await all.send({ intent: "mark", kind: "in", personId: all.me.personId, time: "25:00" });
  expect("init" in wrong && wrong.init?.status).toBe(400);
});

test("T1 after attendance is confirmed the roster asks for a reason", async () => {
  const all = atTheDoor();
  markAllPresent(all.during(5), { sessionId: all.session.id, deviceTime: 1, nonce: "everyone-now" });
  confirmAttendance(all.after, { offeringId: all.offering.id });
  setClock(all.after.now);
  expect((await all.load()).data.confirmed).toBe(true);
  const out = { intent: "mark", kind: "out", personId: all.me.personId, time: "10:00" };
  const refused = await all.send(out);
  expect("init" in refused && refused.init?.status).toBe(409);
  await all.send({ ...out, reason: "The sheet says ten." });
  const request = await get(all.db, "/", all.facilitator);
  const page = await confirmLoader({ request, params: { id: all.offering.id }, context: {} });
  expect(page.data.changed).toBe(true);
});

test("P5 reading a roster is in the audit log", async () => {
  const all = atTheDoor();
  await all.load();
  const [reading, ...others] = readingsOf(all.db, "roster.read");
  expect(others).toEqual([]);
  expect(reading!.personIds).toEqual(expect.arrayContaining(all.people.map(({ personId }) => personId)));
});

test("the roster reads 300 people with as many statements as one", () => {
  const one = makeRoster({ people: 1 });
  const few = countStatements(one.db, () => getRoster(one.during(5), one.session.id));
  const many = makeRoster({ people: 300 });
  markAllPresent(many.during(1), { sessionId: many.session.id, deviceTime: 1, nonce: "everyone-now" });
  let rows = 0;
  const count = countStatements(many.db, () => (rows = getRoster(many.during(5), many.session.id).rows.length));
  expect(rows).toBe(300);
  expect(count).toBe(few);
});

test("the address keeps what is searched for and whose details are open", async () => {
  const all = atTheDoor();
  const { data } = await all.load(all.facilitator, `?find=person&person=${all.me.personId}`);
  expect(data).toMatchObject({ find: "person", person: all.me.personId });
});

test("T3 the confirm page answers for people who checked in by themselves, then confirms", async () => {
  const all = atTheDoor({ people: 1 });
  openCheckIn(all.during(0), all.session.id);
  const { secret } = all.db.select().from(checkIns).get()!;
  const now = all.session.startsAt;
  const code = checkInCodeAt(secret, now);
  checkIn(actingAs(all.db, all.me, { now }), { sessionId: all.session.id, code, deviceTime: now });
  setClock(all.session.endsAt + HOUR);
  const send = async (values: Record<string, string>) => {
    const request = await post(all.db, "/", values, all.facilitator);
    return confirmAction({ request, params: { id: all.offering.id }, context: {} });
  };
  const early = await send({ intent: "confirm" });
  expect("init" in early && early.init?.status).toBe(409);
  expect((await thrownBy(() => send({ intent: "self-here" }))).status).toBe(302);
  expect((await thrownBy(() => send({ intent: "confirm", openEnds: "stayed" }))).status).toBe(302);
});

test("R5 opening the link of a QR code checks nobody in; posting the form does, and only the person's own page", async () => {
  const all = atTheDoor();
  openCheckIn(all.during(0), all.session.id);
  const { secret } = all.db.select().from(checkIns).get()!;
  const code = checkInCodeAt(secret, all.session.startsAt + 10 * MINUTE);
  const path = `/check-in/${all.session.id}?code=${code}`;
  const args = { params: { sessionId: all.session.id }, context: {} };
  const page = await checkInLoader({ request: await get(all.db, path, all.me), ...args });
  expect(page.data).toMatchObject({ code, session: { window: "open", state: "none" } });
  expect(all.marks()).toEqual([]);
  const stranger = await checkInLoader({ request: await get(all.db, path, makePerson(all.db)), ...args });
  expect(stranger.data.session).toBeNull();
  const form = { sessionId: all.session.id, code };
  const wrong = await checkInAction({
    request: await post(all.db, path, { ...form, code: "AAAAAA" }, all.me),
    ...args,
  });
  expect("init" in wrong && wrong.init?.status).toBe(409);
  const sent = await post(all.db, path, form, all.me);
  expect((await thrownBy(() => checkInAction({ request: sent, ...args }))).headers.get("Location")).toBe(
    `/check-in/${all.session.id}`,
  );
  expect(all.marks()).toMatchObject([{ method: "self", personId: all.me.personId }]);
});

test("T2 a walk-in's page finds people by name without showing their addresses", async () => {
  const all = atTheDoor();
  const tam = makePerson(all.db, { first: "Tam", last: "Walker", organisation: "Kent" });
  addWalkIn(all.during(1), { sessionId: all.session.id, name: "Tam Walker", deviceTime: 1, nonce: "walk-in-1" });
  const walkIn = all.db.select().from(walkIns).get()!;
  const args = { params: { id: walkIn.id }, context: {} };
  const { data } = await matchLoader({ request: await get(all.db, "/", all.facilitator), ...args });
  expect(data.people).toEqual([{ id: tam.personId, name: "Walker, Tam", about: "Kent · p…@test.example" }]);
  const request = await post(all.db, "/", { intent: "match", personId: tam.personId }, all.facilitator);
  const sent = await thrownBy(() => matchAction({ request, ...args }));
  expect(sent.headers.get("Location")).toBe(`/facilitator/offerings/${all.offering.id}`);
  expect(all.db.select().from(walkIns).get()).toMatchObject({ personId: tam.personId });
});
