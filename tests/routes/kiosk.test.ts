import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { kiosks } from "#drizzle/schema/online/kiosks";
import { persons } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import type { KioskAnswer } from "~/attendance/kiosk/kiosk-marks.server";
import { PIN_BLOCK_MS, PINS_BEFORE_BLOCK } from "~/attendance/kiosk/pin-lock";
import { undoLastTap } from "~/attendance/marks/undo.server";
import { getRoster } from "~/attendance/roster/roster.server";
import { newId } from "~/platform/ids";
import * as desk from "~/routes/facilitator/sessions.$id_.kiosk";
import * as kiosk from "~/routes/public/kiosk";
import * as leaving from "~/routes/public/kiosk_.leave";
import { makeRoster } from "../support/attendance";
import { MINUTE, setClock } from "../support/clock";
import { get, post, thrownBy } from "../support/request";
import { makePassOf, registrationsOf } from "../support/scan/roster-passes";

const PIN = "4071";
let all: ReturnType<typeof makeRoster>;

beforeEach(() => {
  all = makeRoster({ people: 3 });
  const names = [
    ["Maya", "Jones"],
    ["Maya", "Jackson"],
    ["Ben", "Okonkwo"],
  ] as const;
  for (const [index, [legalFirst, legalLast]] of names.entries()) {
    const { personId } = all.people[index]!;
    all.db.update(persons).set({ legalFirst, legalLast }).where(eq(persons.id, personId)).run();
  }
  setClock(all.session.startsAt + 2 * MINUTE);
});

/** Starts a kiosk in a browser where somebody is signed in; what the browser sends from then on. */
async function start(sessionId = all.session.id, who = all.facilitator) {
  const values = { intent: "start", pin: PIN, pinAgain: PIN };
  const request = await post(all.db, `/facilitator/sessions/${sessionId}/kiosk`, values, who);
  const answer = (await desk.action({ request, params: { id: sessionId }, context: {} })) as Response;
  const cookies = answer.headers.getSetCookie();
  const before = request.headers.get("Cookie")!;
  return {
    answer,
    cookies,
    before,
    cookie: cookies.find((each) => each.startsWith("hourbook_kiosk="))!.split(";")[0]!,
  };
}

function sending(cookie: string) {
  const withCookie = (request: Request) => {
    request.headers.set("Cookie", cookie);
    return { request, params: {}, context: {} };
  };
  const press = async (values: Record<string, string>): Promise<KioskAnswer | null> => {
    const request = await post(all.db, "/kiosk", { nonce: newId(), ...values });
    return (await kiosk.action(withCookie(request))).data.answer;
  };
  return {
    open: async () => (await kiosk.loader(withCookie(await get(all.db, "/kiosk")))).init?.status ?? 200,
    press,
    find: (typed: string) => press({ intent: "find", typed }),
    leave: async (pin: string) => leaving.action(withCookie(await post(all.db, "/kiosk/leave", { pin }))),
  };
}

const marks = () => all.db.select().from(attendanceMarks).all();
const idOf = (index: number) => all.people[index]!.personId;
const audited = (action: string) =>
  all.db.select().from(auditEntries).where(eq(auditEntries.action, action)).all().length;

test("starting signs the facilitator out of this browser, and gives it a cookie for the kiosk alone", async () => {
  const { answer, cookies, before, cookie } = await start();
  expect(answer.headers.get("Location")).toBe("/kiosk");
  expect(cookies.find((each) => each.startsWith("hourbook_session="))).toMatch(/^hourbook_session=;.*Max-Age=0/);
  expect(cookies.find((each) => each.startsWith("hourbook_kiosk="))).toMatch(/Path=\/kiosk;.*HttpOnly; SameSite=Lax/);
  for (const sent of [before, cookie, `${before}; ${cookie}`]) {
    const request = await get(all.db, `/facilitator/sessions/${all.session.id}/kiosk`);
    request.headers.set("Cookie", sent);
    const refused = await thrownBy(() => desk.loader({ request, params: { id: all.session.id }, context: {} }));
    expect(refused.headers.get("Location")).toMatch(/^\/sign-in/);
  }
  expect(await sending(cookie).open()).toBe(200);
  expect(audited("kiosk.started")).toBe(1);
});

test("nobody is shown for two letters; for three a beginning of the name, and nobody of another offering", async () => {
  const { find } = sending((await start()).cookie);
  expect(await find("ma")).toMatchObject({ is: "refused" });
  const found = await find("may");
  expect(found).toMatchObject({ is: "people", people: [{ name: "Maya Ja." }, { name: "Maya Jo." }] });
  expect(JSON.stringify(found)).not.toMatch(/Jackson|Jones/);
  expect(await find("ben")).toMatchObject({ people: [{ name: "Ben O.", isIn: false }] });
  const elsewhere = all.db.select().from(persons).where(eq(persons.id, all.stranger.personId)).get()!;
  expect(await find(`${elsewhere.legalFirst} ${elsewhere.legalLast}`)).toMatchObject({ is: "refused" });
});

test("somebody is in, and out; the roster says where, and the facilitator's own last tap is not theirs", async () => {
  const { press, find } = sending((await start()).cookie);
  const twice = { intent: "in", personId: idOf(2), nonce: "the-same-nonce" };
  const said = { is: "marked", title: "Ben O., you are in.", person: { name: "Ben O.", isIn: true } };
  expect(await press(twice)).toMatchObject(said);
  expect(await press(twice)).toMatchObject(said);
  expect(await press({ ...twice, nonce: newId() })).toMatchObject(said);
  expect(await find("ben")).toMatchObject({ people: [{ name: "Ben O.", isIn: true }] });
  expect(marks()).toMatchObject([{ kind: "in", method: "kiosk", recordedBy: all.facilitator.personId }]);
  setClock(all.session.startsAt + 30 * MINUTE);
  expect(await press({ ...twice, intent: "out", nonce: newId() })).toMatchObject({ title: "Ben O., you are out." });
  expect(marks().map(({ kind, at }) => [kind, at - all.session.startsAt])).toEqual([
    ["in", 2 * MINUTE],
    ["out", 30 * MINUTE],
  ]);
  const ctx = all.during(31);
  const roster = getRoster(ctx, all.session.id);
  expect(roster.undoable).toBe(0);
  const row = roster.rows.find(({ personId }) => personId === idOf(2))!;
  expect(row.marks.map(({ source }) => source)).toEqual(Array(2).fill("by Fay Cilitator, at the kiosk"));
  const undo = { sessionId: all.session.id, nonce: newId(), deviceTime: ctx.now };
  expect(undoLastTap(ctx, undo)).toMatchObject({ reason: "nothing-to-undo" });
  expect(undoLastTap(ctx, { ...undo, personId: idOf(2) })).toMatchObject({ ok: true, value: 1 });
});

test("a pass marks in by the kiosk; another offering's, and people who are not on the roster, mark nobody", async () => {
  const { press, find } = sending((await start()).cookie);
  const ben = registrationsOf(all)[2]!;
  expect(await find(await makePassOf(all, { ...ben, offeringId: newId() }))).toMatchObject({ is: "refused" });
  expect(await press({ intent: "in", personId: all.stranger.personId })).toMatchObject({ is: "refused" });
  expect(marks()).toEqual([]);
  const pass = await makePassOf(all, ben);
  expect(await find(pass)).toMatchObject({ is: "marked", title: "Ben O., you are in." });
  expect(await find(pass)).toMatchObject({ is: "marked", title: "Ben O., you are in." });
  expect(marks()).toMatchObject([{ personId: ben.personId, kind: "in", method: "kiosk" }]);
});

test("five wrong PINs block it for five minutes; the right one ends it, and it marks nobody any more", async () => {
  const { leave, open, press } = sending((await start()).cookie);
  const statusOf = (answer: object) => (answer as { init?: ResponseInit }).init?.status;
  for (let tries = 0; tries < PINS_BEFORE_BLOCK; tries++) expect(statusOf(await leave("9999"))).toBe(409);
  expect(statusOf(await leave(PIN))).toBe(429);
  expect(audited("kiosk.pin-refused")).toBe(PINS_BEFORE_BLOCK);
  expect(await open()).toBe(200);
  setClock(all.session.startsAt + 2 * MINUTE + PIN_BLOCK_MS);
  const left = (await leave(PIN)) as Response;
  expect(left.headers.get("Location")).toBe(
    `/sign-in?next=${encodeURIComponent(`/facilitator/sessions/${all.session.id}`)}`,
  );
  expect(left.headers.get("Set-Cookie")).toMatch(/^hourbook_kiosk=.*Max-Age=0/);
  expect(await open()).toBe(404);
  expect(await press({ intent: "in", personId: idOf(0) })).toBeNull();
  expect([marks(), audited("kiosk.ended")]).toEqual([[], 1]);
});

test("a facilitator ends it from elsewhere; it ends by itself, and with the right of whoever started it", async () => {
  const { cookie } = await start();
  const { open } = sending(cookie);
  const { id: kioskId } = all.db.select().from(kiosks).get()!;
  const end = async (who: typeof all.facilitator) => {
    const path = `/facilitator/sessions/${all.session.id}/kiosk`;
    const request = await post(all.db, path, { intent: "end", kioskId }, who);
    return desk.action({ request, params: { id: all.session.id }, context: {} });
  };
  expect((await thrownBy(() => end(all.stranger))).status).toBe(404);
  expect(await open()).toBe(200);
  await end(all.facilitator);
  expect(await open()).toBe(404);
  expect(all.db.select().from(kiosks).get()).toMatchObject({ endedBy: all.facilitator.personId });

  const second = sending((await start()).cookie);
  setClock(all.session.endsAt + 30 * MINUTE - 1);
  expect(await second.open()).toBe(200);
  setClock(all.session.endsAt + 30 * MINUTE);
  expect(await second.open()).toBe(404);
});

test("a cookie that is none, or a secret that no kiosk has, opens nothing", async () => {
  const { cookie } = await start();
  for (const foreign of ["", "hourbook_kiosk=", "hourbook_kiosk=abc", cookie.slice(0, -6)]) {
    const { open, find, press } = sending(foreign);
    expect([await open(), await find("maya"), await press({ intent: "in", personId: idOf(0) })]).toEqual([
      404,
      null,
      null,
    ]);
  }
  expect(marks()).toEqual([]);
});

test("sixty searches fit in a minute", async () => {
  const { find } = sending((await start()).cookie);
  for (let searches = 0; searches < 60; searches++) expect(await find("may")).toMatchObject({ is: "people" });
  expect(await find("may")).toMatchObject({ is: "refused" });
  setClock(all.session.startsAt + 4 * MINUTE);
  expect(await find("may")).toMatchObject({ is: "people" });
});

test("a kiosk is started within the roster's hours, by whoever may take the attendance", async () => {
  const sessionId = all.session.id;
  const values = { intent: "start", pin: PIN, pinAgain: PIN };
  const tryAs = async (who: typeof all.facilitator) => {
    const request = await post(all.db, `/facilitator/sessions/${sessionId}/kiosk`, values, who);
    return desk.action({ request, params: { id: sessionId }, context: {} });
  };
  expect((await thrownBy(() => tryAs(all.stranger))).status).toBe(404);
  for (const now of [all.session.startsAt - 13 * 60 * MINUTE, all.session.endsAt + 30 * MINUTE]) {
    setClock(now);
    expect(((await tryAs(all.facilitator)) as { init?: ResponseInit }).init?.status).toBe(409);
  }
  expect(all.db.select().from(kiosks).all()).toEqual([]);
});
