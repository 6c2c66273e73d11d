import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { attendanceMarks, checkIns } from "#drizzle/schema/attendance";
import { offerings, sessions } from "#drizzle/schema/catalog";
import { checkInCodeAt } from "~/attendance/check-in/check-in-code.server";
import { openCheckIn } from "~/attendance/check-in/check-in-desk.server";
import { answerSelfCheckIns, confirmSelfCheckIns } from "~/attendance/check-in/self-check-in.server";
import { checkIn } from "~/attendance/check-in/check-in.server";
import { getJoinPage, joinOnline } from "~/attendance/joining/join.server";
import { describePresence } from "~/attendance/presence/presence-words";
import { getRoster } from "~/attendance/roster/roster.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { findLiveRegistration } from "~/registration/seats/registration-row.server";
import { withdraw } from "~/registration/seats/registration.server";
import { makeRoster } from "../../support/attendance";
import { MINUTE, ZONE } from "../../support/clock";
import { actingAs } from "../../support/database";
import { makePerson, type TestPerson } from "../../support/factories";

const LINK = "https://meet.example/secret-room?pwd=a,b;c";
const OWN = "https://meet.example/own-room";

/** A roster that meets online, and people who join it. */
function online(options: Parameters<typeof makeRoster>[0] = {}) {
  const all = makeRoster(options);
  const setLinks = (offering: string | null, session: string | null = null) => {
    all.db.update(offerings).set({ link: offering }).where(eq(offerings.id, all.offering.id)).run();
    all.db.update(sessions).set({ link: session }).where(eq(sessions.id, all.session.id)).run();
  };
  setLinks(LINK);
  const as = (person: TestPerson, minutes: number) =>
    actingAs(all.db, person, { now: all.session.startsAt + minutes * MINUTE });
  const press = (person: TestPerson, minutes: number, intent: "mark" | "forward" = "mark", code = "") => {
    const ctx = as(person, minutes);
    return joinOnline(ctx, { sessionId: all.session.id, intent, code, deviceTime: ctx.now });
  };
  const page = (person: TestPerson, minutes: number) => getJoinPage(as(person, minutes), all.session.id);
  const marks = () => all.db.select().from(attendanceMarks).all();
  return { ...all, setLinks, as, press, page, marks, me: all.people[0]! };
}

test("T1 joining marks in by the person's own hand and leads to the online meeting; twice is one mark", () => {
  const { press, marks, me, page } = online();
  expect(press(me, -5)).toEqual({ ok: true, value: LINK });
  expect(press(me, 3)).toEqual({ ok: true, value: LINK });
  const mine = { personId: me.personId, recordedBy: me.personId };
  expect(marks()).toMatchObject([{ kind: "in", method: "self", ...mine }]);
  expect(page(me, 3)).toMatchObject({ refusal: null, state: "waiting" });
});

test("R5 opening the page marks nobody, and says the address of the online meeting to nobody", () => {
  const { page, marks, me, facilitator, stranger } = online();
  for (const person of [me, facilitator, stranger])
    expect(JSON.stringify(page(person, 0))).not.toContain("meet.example");
  expect(marks()).toEqual([]);
});

test("a session's own link goes before its offering's; without either the page says so and marks nobody", () => {
  const { press, setLinks, marks, me, page } = online();
  setLinks(LINK, OWN);
  expect(press(me, 0)).toEqual({ ok: true, value: OWN });
  setLinks(null);
  expect(press(me, 1)).toMatchObject({ reason: "no-link" });
  expect(page(me, 1).refusal).toBe("no-link");
  expect(marks()).toHaveLength(1);
});

test("joining opens 30 minutes before the session and closes with its end", () => {
  const { press, marks, me, people, page, session } = online();
  expect(press(me, -31)).toMatchObject({ reason: "not-yet" });
  expect(page(me, -31)).toMatchObject({ refusal: "not-yet", opensAt: session.startsAt - 30 * MINUTE });
  expect(press(me, 8 * 60 + 1)).toMatchObject({ reason: "over" });
  expect(marks()).toEqual([]);
  expect(press(me, -30).ok).toBe(true);
  expect(press(people[1]!, 8 * 60).ok).toBe(true);
});

test("without a seat nobody joins: neither strangers, nor who withdrew, nor who joins a session that is not there", () => {
  const { db, press, page, marks, me, offering, as } = online();
  expect(press(makePerson(db), 0)).toMatchObject({ reason: "no-seat" });
  const { id } = findLiveRegistration(db, offering.id, me.personId)!;
  withdraw(as(me, -20 * 24 * 60), id);
  expect(press(me, 0)).toMatchObject({ reason: "withdrawn" });
  expect(page(me, 0)).toMatchObject({ refusal: "withdrawn", registrationId: id });
  const nowhere = { sessionId: "nowhere", intent: "mark" as const, code: "", deviceTime: 1 };
  expect(joinOnline(as(me, 0), nowhere)).toMatchObject({ reason: "no-seat" });
  expect(marks()).toEqual([]);
});

test("instructors are let in without a mark, and before everybody else", () => {
  const { press, marks, facilitator } = online();
  expect(press(facilitator, -90)).toEqual({ ok: true, value: LINK });
  expect(press(facilitator, 5)).toEqual({ ok: true, value: LINK });
  expect(marks()).toEqual([]);
});

test("where the facilitator has opened codes, marking in asks for the code of this minute, and joining alone does not", () => {
  const { db, session, press, page, marks, me, during } = online();
  openCheckIn(during(-60), session.id);
  expect(page(me, 0).asksCode).toBe(true);
  expect(press(me, 0)).toMatchObject({ reason: "wrong-code" });
  expect(press(me, 0, "forward")).toEqual({ ok: true, value: LINK });
  expect(marks()).toEqual([]);
  const { secret } = db.select().from(checkIns).get()!;
  expect(press(me, 1, "mark", checkInCodeAt(secret, session.startsAt + MINUTE))).toEqual({ ok: true, value: LINK });
  // Whoever is marked in is not asked again.
  expect(press(me, 5)).toEqual({ ok: true, value: LINK });
  expect(page(me, 5).asksCode).toBe(false);
  expect(marks()).toHaveLength(1);
});

test("wrong codes of the join page and of self check-in are counted together", () => {
  const { session, press, me, during, as } = online();
  openCheckIn(during(-60), session.id);
  for (let i = 0; i < 10; i++) press(me, 0, "mark", "AAAAAA");
  expect(press(me, 1, "mark", "AAAAAA")).toMatchObject({ reason: "too-many-tries" });
  const sent = { sessionId: session.id, code: "AAAAAA", deviceTime: 1 };
  expect(checkIn(as(me, 1), sent)).toMatchObject({ reason: "too-many-tries" });
  expect(press(me, 1, "forward").ok).toBe(true);
});

test("the facilitator sees who joined online, and confirms it like any self check-in", () => {
  const { press, me, during, session } = online();
  press(me, 4);
  const row = () => getRoster(during(5), session.id).rows.find(({ personId }) => personId === me.personId)!;
  expect(row()).toMatchObject({ joinedOnline: true, presence: { anomalies: ["self-unconfirmed"], intervals: [] } });
  expect(row().marks).toMatchObject([{ source: "self check-in", reason: "joined online from the join page" }]);
  expect(describePresence(row().presence, { ...session, timeZone: ZONE }, row().joinedOnline).text).toMatch(
    /^Joined online by themselves at/,
  );
  expect(confirmSelfCheckIns(during(5), { sessionId: session.id, deviceTime: 1 })).toEqual({ ok: true, value: 1 });
  expect(row()).toMatchObject({ joinedOnline: false, presence: { openSince: session.startsAt + 4 * MINUTE } });
});

test("T3 who joined online and was not there earns nothing", () => {
  const { press, me, after, offering } = online({ people: 1 });
  press(me, 0);
  expect(confirmAttendance(after, { offeringId: offering.id })).toMatchObject({ reason: "self-unconfirmed" });
  answerSelfCheckIns(after, { offeringId: offering.id, here: false });
  expect(confirmAttendance(after, { offeringId: offering.id })).toEqual({ ok: true, value: { claimable: 0 } });
});

test("a cancelled offering is not joined", () => {
  const { db, press, me, offering, marks } = online();
  db.update(offerings).set({ state: "cancelled" }).where(eq(offerings.id, offering.id)).run();
  expect(press(me, 0)).toMatchObject({ reason: "cancelled" });
  expect(marks()).toEqual([]);
});
