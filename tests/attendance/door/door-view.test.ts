import { expect, test } from "vitest";
import { describeDoor, notedId, whoAsSent, whoOf } from "~/attendance/door/door-view";
import { RECORD_VERSION, type QueuedRecord } from "~/attendance/door/queued-record";
import type { KeptRoster } from "~/attendance/kept/kept-roster";
import type { QueuedMark } from "~/attendance/queue/queued-mark";
import { at, MINUTE, ZONE } from "../../support/clock";

const START = at("2027-03-09T08:00");
const SESSION = { id: "s", startsAt: START, endsAt: START + 240 * MINUTE, timeZone: ZONE, place: "Hall" };
const PERSON = { as: "participant" as const, doorName: null };
const ROSTER: KeptRoster = {
  offeringId: "o",
  title: "Number talks",
  owner: { personId: "fay", name: "Fay" },
  until: 0,
  confirmed: false,
  sessions: [SESSION],
  people: [
    { ...PERSON, id: "ada", name: "Ada", sortName: "Ada", registrationId: "ada-registered" },
    { ...PERSON, id: "bob", name: "Bob", sortName: "Bob", registrationId: "bob-registered" },
  ],
  left: [],
  passKeys: [],
  marks: [],
};

let count = 0;

/** A mark that waits, made so many minutes after the start by a clock that is three minutes slow. */
function queued(minutes: number, values: Partial<QueuedMark> = {}): QueuedRecord {
  const steady = minutes * MINUTE;
  const clock = { run: "page", wall: START + (minutes - 3) * MINUTE, steady };
  const before = { run: "page", wall: START - 3 * MINUTE, steady: 0, server: START };
  const mark: QueuedMark = {
    nonce: `nonce-${++count}`,
    ...{ offeringId: "o", sessionId: "s", startsAt: SESSION.startsAt, endsAt: SESSION.endsAt },
    who: { personId: "ada" },
    ...{ kind: "in", at: null, voids: null, clock, before, pass: null, app: "test" },
    ...values,
  };
  return { version: RECORD_VERSION, mark, name: "Ada", refused: null };
}

const told = (roster: KeptRoster, queue: QueuedRecord[]) =>
  describeDoor(roster, SESSION, queue).map(({ personId, words, queued: waiting }) => [personId, words.text, waiting]);

test("what waits counts on the device as it will on the server, by the server's clock", () => {
  expect(told(ROSTER, [queued(10), queued(60, { kind: "out" })])).toEqual([
    ["ada", "Arrived 8:10 AM, left 9:00 AM", 2],
    ["bob", "Not marked", 0],
  ]);
});

test("a mark that the server has by now is not counted twice, and can be undone", () => {
  const first = queued(10);
  const { nonce } = first.mark;
  const server = { recordedBy: "fay", method: "roster" as const, device: null, voidsMarkId: null, clockDoubt: null };
  const times = { at: START + 10 * MINUTE, deviceTime: START, serverTime: START, clockOffset: 0 };
  const known = {
    ...ROSTER,
    marks: [{ id: "m1", sessionId: "s", who: "ada", kind: "in" as const, nonce, ...times, ...server }],
  };
  expect(told(known, [first])[0]).toEqual(["ada", "Arrived 8:10 AM", 0]);
  expect(describeDoor(known, SESSION, [first])[0]!.last).toBe(nonce);
  expect(told(known, [first, queued(11, { kind: "void", voids: nonce })])[0]).toEqual(["ada", "Not marked", 1]);
});

test("somebody noted without a network stands on the list, and their next mark names the one that noted them", () => {
  const noted = queued(5, { who: { name: "Grace", email: null } });
  const id = notedId(noted.mark.nonce);
  const row = describeDoor(ROSTER, SESSION, [noted]).find(({ personId }) => personId === id)!;
  expect([row.as, row.words.text, row.queued]).toEqual(["walk-in", "Arrived 8:05 AM", 1]);
  expect(whoAsSent(row)).toEqual({ notedBy: noted.mark.nonce });
  expect(whoOf(queued(6, { who: whoAsSent(row) }).mark)).toBe(id);
  expect(whoAsSent({ personId: "w", as: "walk-in" })).toEqual({ walkInId: "w" });
  expect(whoAsSent({ personId: "ada", as: "participant" })).toEqual({ personId: "ada" });
});

test("a mark that was refused counts nothing, and neither does one of another session", () => {
  const refused = { ...queued(10), refused: "No." };
  expect(told(ROSTER, [refused, queued(10, { sessionId: "other" })])[0]).toEqual(["ada", "Not marked", 0]);
});

test("a pass counts for whom the roster knows by it, and brings whom it does not know onto the list", () => {
  const known = queued(10, { who: { registrationId: "bob-registered" }, pass: "HB2" });
  const stranger = queued(12, { who: { registrationId: "registered-since" }, pass: "HB2" });
  const again = queued(60, { who: { registrationId: "registered-since" }, pass: "HB2", kind: "out" });
  const rows = describeDoor(ROSTER, SESSION, [known, { ...stranger, name: "Check-in pass 0000-0000" }, again]);
  expect(rows.map(({ name, as, words, queued: waiting }) => [name, as, words.text, waiting])).toEqual([
    ["Ada", "participant", "Not marked", 0],
    ["Bob", "participant", "Arrived 8:10 AM", 1],
    ["Check-in pass 0000-0000", "participant", "Arrived 8:12 AM, left 9:00 AM", 2],
  ]);
  expect(rows[2]!.registrationId).toBe("registered-since");
  expect(whoAsSent(rows[2]!)).toEqual({ notedBy: stranger.mark.nonce });
});
