import { eq } from "drizzle-orm";
import ICAL from "ical.js";
import { beforeEach, expect, test } from "vitest";
import { sessions } from "#drizzle/schema/catalog";
import { getOfferingFacts } from "~/catalog/offerings/offering-facts.server";
import { listSessions } from "~/catalog/offerings/offering-parts.server";
import { origin } from "~/platform/env.server";
import type { ActorContext } from "~/platform/context";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { findLiveRegistration } from "~/registration/seats/registration-row.server";
import { register, withdraw } from "~/registration/seats/registration.server";
import { announceMove } from "~/registration/staff/reschedule.server";
import { at } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { makeOffering, makePerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";

const WEEKLY = ["2027-03-02", "2027-03-09", "2027-03-16", "2027-03-30"];
const plan = (date: string, from = "16:00", to = "18:00") => ({ start: `${date}T${from}`, end: `${date}T${to}` });

let db: Database;
let me: ActorContext;
let personId: string;
beforeEach(() => {
  db = useTestDatabase();
  const person = makePerson(db);
  me = actingAs(db, person);
  ({ personId } = person);
});

function enter(plans: ReturnType<typeof plan>[]): string {
  const { id } = makeOffering(db, { sessions: plans });
  register(me, { offeringId: id });
  return id;
}

const partsOf = (kind: string) => messagesOf(db, kind).at(-1)!.calendar as { method: string; content: string }[];

/** What a calendar program holds after it has taken parts in their order: when each meeting begins. */
function calendarAfter(parts: { method: string; content: string }[]): number[] {
  const held = new Map<string, number>();
  for (const { method, content } of parts) {
    const events = new ICAL.Component(ICAL.parse(content) as never)
      .getAllSubcomponents("vevent")
      .map((each) => new ICAL.Event(each));
    for (const event of events) {
      const key = (instance: number) => `${event.uid} ${instance}`;
      if (event.isRecurrenceException()) {
        const instance = key(event.recurrenceId.toJSDate().getTime());
        if (method === "CANCEL") held.delete(instance);
        else held.set(instance, event.startDate.toJSDate().getTime());
        continue;
      }
      for (const known of [...held.keys()]) if (known.startsWith(event.uid)) held.delete(known);
      if (method === "CANCEL") continue;
      const all = event.iterator();
      for (let next = all.next() as ICAL.Time | null; next; next = all.next() as ICAL.Time | null)
        held.set(key(next.toJSDate().getTime()), next.toJSDate().getTime());
    }
  }
  return [...held.values()].sort((a, b) => a - b);
}

/** Changes sessions as the coordinator's page does. */
function move(offeringId: string, change: () => void): void {
  const before = { offering: getOfferingFacts(db, offeringId).offering, sessions: listSessions(db, offeringId) };
  inTransaction(db, (tx) => {
    change();
    announceMove(tx, me, before);
  });
}

const startsOf = (dates: readonly string[]) => dates.map((date) => at(`${date}T16:00`));

test("a series that meets online stays one entry, with the join page of its first session for all", () => {
  const sessionPlans = WEEKLY.map((date) => plan(date));
  const values = { modality: "online" as const, place: "Online", link: "https://meet.example/all" };
  const {
    id,
    sessions: [first],
  } = makeOffering(db, { sessions: sessionPlans, values });
  register(me, { offeringId: id });
  const parts = partsOf("registered");
  expect(parts).toHaveLength(1);
  expect(parts[0]!.content.split("BEGIN:VEVENT")).toHaveLength(2);
  expect(parts[0]!.content.replaceAll(/\r\n[ \t]/g, "")).toContain(`LOCATION:${origin}/join/${first!.id}`);
});

test("a series is one calendar file with one entry that repeats, with the week off left out", () => {
  enter(WEEKLY.map((date) => plan(date)));
  const parts = partsOf("registered");
  expect(parts).toHaveLength(1);
  expect(parts[0]!.content.split("BEGIN:VEVENT")).toHaveLength(2);
  expect(calendarAfter(parts)).toEqual(startsOf(WEEKLY));
});

test("sessions that do not repeat are a file each", () => {
  enter([plan("2027-03-02"), plan("2027-03-05", "08:00", "12:00")]);
  expect(partsOf("registered")).toHaveLength(2);
  expect(calendarAfter(partsOf("registered"))).toEqual([at("2027-03-02T16:00"), at("2027-03-05T08:00")]);
});

test("one session that moves, and one that is held no more, change alone; leaving takes the whole series away", () => {
  const offeringId = enter(WEEKLY.map((date) => plan(date)));
  const invited = partsOf("registered");
  const [, second, third] = listSessions(db, offeringId);
  move(offeringId, () => {
    const values = { startsAt: at("2027-03-10T17:00"), endsAt: at("2027-03-10T19:00") };
    db.update(sessions).set(values).where(eq(sessions.id, second!.id)).run();
    db.delete(sessions).where(eq(sessions.id, third!.id)).run();
  });
  const changed = partsOf("offering-moved");
  expect(calendarAfter([...invited, ...changed])).toEqual([
    at("2027-03-02T16:00"),
    at("2027-03-10T17:00"),
    at("2027-03-30T16:00"),
  ]);
  withdraw(me, findLiveRegistration(db, offeringId, personId)!.id);
  const left = partsOf("withdrawn");
  expect(calendarAfter([...invited, ...changed, ...left])).toEqual([]);
  const sequence = (part: { content: string }) => Number(/^SEQUENCE:(\d+)/m.exec(part.content)![1]);
  expect(sequence(left[0]!)).toBeGreaterThan(Math.max(...changed.map(sequence)));
});

test("a session that is added later is an entry of its own, and goes with the others", () => {
  const offeringId = enter(WEEKLY.map((date) => plan(date)));
  const invited = partsOf("registered");
  move(offeringId, () => {
    const [first] = listSessions(db, offeringId);
    const { pauses: _pauses, ...row } = first!;
    const values = { startsAt: at("2027-04-01T08:00"), endsAt: at("2027-04-01T09:00") };
    db.insert(sessions)
      .values({ ...row, id: `${row.id.slice(0, -4)}ffff`, ...values })
      .run();
  });
  const parts = [...invited, ...partsOf("offering-moved")];
  expect(calendarAfter(parts)).toEqual([...startsOf(WEEKLY), at("2027-04-01T08:00")]);
  withdraw(me, findLiveRegistration(db, offeringId, personId)!.id);
  expect(calendarAfter([...parts, ...partsOf("withdrawn")])).toEqual([]);
});
