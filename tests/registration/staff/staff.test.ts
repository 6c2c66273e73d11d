import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { offerings } from "#drizzle/schema/catalog";
import { offeringMessages, registrations } from "#drizzle/schema/registration";
import { listMessages, messagePeople } from "~/registration/messages/message-people.server";
import { register, withdraw } from "~/registration/seats/registration.server";
import { findLiveRegistration } from "~/registration/seats/registration-row.server";
import {
  checkOpenToStaff,
  giveSeat,
  reinstate,
  transfer,
  withdrawByStaff,
} from "~/registration/staff/staff-registration.server";
import { at } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { makeCourse, makeOffering, makePerson, psesd, type TestPerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";
import { readingsOf } from "../../support/readings";

function setUp() {
  const db = useTestDatabase();
  const courseId = makeCourse(db);
  const [here, there] = [makeOffering(db, { courseId, capacity: 1 }), makeOffering(db, { courseId, capacity: 1 })];
  const staff = actingAs(db, makePerson(db, { first: "Cora" }), { scopeIds: [psesd(db).id] });
  const [first, second, third] = [makePerson(db), makePerson(db), makePerson(db)];
  for (const person of [first, second, third]) register(actingAs(db, person), { offeringId: here.id });
  const place = (person: TestPerson, offeringId = here.id) => findLiveRegistration(db, offeringId, person.personId);
  const change = (person: TestPerson) => ({
    offeringId: here.id,
    registrationId: place(person)!.id,
    reason: "They asked by phone",
  });
  return { db, here, there, staff, first, second, third, place, change };
}

test("R4 staff withdraw somebody with a reason, also late, and the seat is offered to the first who waits", () => {
  const { db, here, staff, first, second, place, change } = setUp();
  const late = { ...staff, now: here.startsAt - 1 };
  expect(withdraw(actingAs(db, first, { now: here.startsAt - 1 }), place(first)!.id).ok).toBe(false);
  expect(withdrawByStaff(late, change(first)).ok).toBe(true);
  expect(messagesOf(db, "withdrawn")[0]!.payload).toMatchObject({ reason: "They asked by phone" });
  // Registration closed with the start a moment away is still open: the offer is as short as the time that is left.
  expect(place(second)).toMatchObject({ status: "offered", offerExpiresAt: here.startsAt });
});

test("R2 staff give a seat out of turn only where one is free, and an offer becomes a seat", () => {
  const { staff, first, second, third, place, change } = setUp();
  expect(giveSeat(staff, change(third))).toMatchObject({ reason: "no-free-seat" });
  withdrawByStaff(staff, change(first));
  expect(place(second)!.status).toBe("offered");
  expect(giveSeat(staff, change(third))).toMatchObject({ reason: "no-free-seat" });
  expect(giveSeat(staff, change(second)).ok).toBe(true);
  expect(place(second)!.status).toBe("registered");
});

test("un-cancelling is a new registration at the end of the queue (R3)", () => {
  const { staff, first, second, third, place, change } = setUp();
  const ended = change(first);
  withdrawByStaff(staff, ended);
  expect(reinstate(staff, ended)).toMatchObject({ ok: true, value: { status: "waitlisted" } });
  expect(place(first)!.arrival).toBeGreaterThan(place(third)!.arrival);
  expect(place(second)!.status).toBe("offered");
  expect(reinstate(staff, ended)).toMatchObject({ reason: "already-registered" });
});

test("R2 moving somebody to other dates is one change: the old seat goes on, the new one is taken, one message tells it", () => {
  const { db, there, staff, first, second, place, change } = setUp();
  const before = messagesOf(db, "withdrawn").length + messagesOf(db, "registered").length;
  const moved = transfer(staff, { ...change(first), toOfferingId: there.id });
  expect(moved.ok).toBe(true);
  expect(place(first)).toBeNull();
  expect(place(first, there.id)!.status).toBe("registered");
  expect(place(second)!.status).toBe("offered");
  expect(messagesOf(db, "registration-moved").map(({ recipient }) => recipient)).toEqual([first.email]);
  expect(messagesOf(db, "withdrawn").length + messagesOf(db, "registered").length).toBe(before);
});

test("a move that cannot be made changes nothing: full, another course, or already there", () => {
  const { db, there, staff, first, second, place, change } = setUp();
  register(actingAs(db, second), { offeringId: there.id });
  expect(transfer(staff, { ...change(first), toOfferingId: there.id })).toMatchObject({ reason: "no-free-seat" });
  expect(transfer(staff, { ...change(second), toOfferingId: there.id })).toMatchObject({
    reason: "already-registered",
  });
  const other = makeOffering(db);
  expect(transfer(staff, { ...change(first), toOfferingId: other.id })).toMatchObject({ reason: "other-course" });
  expect(place(first)!.status).toBe("registered");
});

test("staff move nobody to dates that the person teaches themself", () => {
  const { db, staff, here, first, change } = setUp();
  const own = makeOffering(db, { courseId: here.courseId, instructor: first });
  const move = change(first);
  const before = db.select().from(registrations).all();
  expect(transfer(staff, { ...move, toOfferingId: own.id })).toMatchObject({ reason: "own-offering" });
  expect(db.select().from(registrations).all()).toEqual(before);
});

test("P2 staff of another provider touch nobody", () => {
  const { db, first, change } = setUp();
  const stranger = actingAs(db, makePerson(db), { scopeIds: ["another"] });
  for (const command of [withdrawByStaff, giveSeat, reinstate])
    expect(command(stranger, change(first))).toMatchObject({ reason: "unknown-offering" });
});

test("a message goes once to everyone with the chosen statuses, each alone, and is kept", () => {
  const { db, here, staff, first, second, third } = setUp();
  const input = { subject: "Bring a device", body: "Please.", nonce: "form-1" };
  expect(messagePeople(staff, here, { ...input, statuses: ["cancelled"] })).toMatchObject({ ok: false });
  const send = () => messagePeople(staff, here, { ...input, statuses: ["waitlisted"] });
  expect(send()).toMatchObject({ value: { recipients: 2 } });
  expect(send()).toMatchObject({ value: { recipients: 2 } });
  const told = messagesOf(db, "offering-message").map(({ recipient }) => recipient);
  expect(told.sort()).toEqual([second.email, third.email].sort());
  expect(told).not.toContain(first.email);
  expect(db.select().from(offeringMessages).all()).toHaveLength(1);
  const named = readingsOf(db, "offering.message-sent");
  expect(named.map(({ personIds }) => personIds)).toEqual([[second.personId, third.personId].sort()]);
  expect(listMessages(staff, here.id)).toMatchObject([{ senderName: staff.actor.name }]);
  expect(readingsOf(db, "offering.messages-read")).toMatchObject([{ personIds: [staff.actor.personId] }]);
});

test("R8 staff register people until the end, or for as many days after it as the policy gives", () => {
  const db = useTestDatabase();
  const staff = actingAs(db, makePerson(db), { scopeIds: [psesd(db).id] });
  const openAt = (offering: { id: string }, now: number) => {
    const row = db.select().from(offerings).where(eq(offerings.id, offering.id)).get()!;
    return checkOpenToStaff({ ...staff, now }, row).ok;
  };
  const plain = makeOffering(db);
  const lasting = makeOffering(db, { policy: { lateRegistrationDays: 14 } });
  const lastDay = at("2027-03-24T00:00");
  expect([openAt(plain, plain.endsAt - 1), openAt(plain, plain.endsAt)]).toEqual([true, false]);
  expect([openAt(lasting, lasting.endsAt), openAt(lasting, lastDay - 1), openAt(lasting, lastDay)]).toEqual([
    true,
    true,
    false,
  ]);
});
