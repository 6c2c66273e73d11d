import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { offerings } from "#drizzle/schema/catalog";
import { outboxMessages } from "#drizzle/schema/messages";
import { registrationChanges, registrations } from "#drizzle/schema/registration";
import { getMyRegistration, listMyRegistrations } from "~/registration/mine/registration-page.server";
import { register, withdraw } from "~/registration/seats/registration.server";
import {
  findLiveRegistration,
  insertRegistration,
  waitlistPosition,
} from "~/registration/seats/registration-row.server";
import { SEAT_STATUSES } from "~/registration/seats/status";
import { acceptOffer, declineOffer, lapseExpiredOffers } from "~/registration/waitlist/offer.server";
import { inTransaction } from "~/platform/database/database.server";
import { DAY, HOUR, TEST_NOW } from "../../support/clock";
import { actingAs, countStatements, systemContext, useTestDatabase } from "../../support/database";
import { makeOffering, makePerson, type TestPerson } from "../../support/factories";

function oneSeat() {
  const db = useTestDatabase();
  const offering = makeOffering(db, { capacity: 1 });
  const [first, second, third] = [makePerson(db), makePerson(db), makePerson(db)];
  const place = (person: TestPerson) => findLiveRegistration(db, offering.id, person.personId);
  const enter = (person: TestPerson) => register(actingAs(db, person), { offeringId: offering.id });
  return { db, offering, first, second, third, place, enter };
}

test("R1 first come, first served: the seat, then the waitlist in order of arrival", () => {
  const { db, first, second, third, place, enter } = oneSeat();
  for (const person of [first, second, third]) expect(enter(person).ok).toBe(true);
  expect(place(first)!.status).toBe("registered");
  expect(waitlistPosition(db, place(second)!)).toBe(1);
  expect(waitlistPosition(db, place(third)!)).toBe(2);
});

test("R1 withdrawing offers the seat to the first person waiting, for 24 hours", () => {
  const { db, first, second, third, place, enter } = oneSeat();
  for (const person of [first, second, third]) enter(person);
  expect(withdraw(actingAs(db, first), place(first)!.id).ok).toBe(true);
  expect(place(second)).toMatchObject({ status: "offered", offerExpiresAt: TEST_NOW + 24 * HOUR });
  expect(place(third)!.status).toBe("waitlisted");
  expect(acceptOffer(actingAs(db, second), place(second)!.id).ok).toBe(true);
  expect(place(second)!.status).toBe("registered");
});

test("R1 an offer that lapses passes to the next, and the person is told", () => {
  const { db, first, second, third, place, enter } = oneSeat();
  for (const person of [first, second, third]) enter(person);
  withdraw(actingAs(db, first), place(first)!.id);
  const offered = place(second)!;
  expect(lapseExpiredOffers(systemContext(db, TEST_NOW + 24 * HOUR - 1))).toBe(0);
  expect(lapseExpiredOffers(systemContext(db, TEST_NOW + 24 * HOUR))).toBe(1);
  expect(place(second)).toBeNull();
  expect(place(third)!.status).toBe("offered");
  const told = db.select().from(outboxMessages).where(eq(outboxMessages.kind, "offer-lapsed")).all();
  expect(told.map((mail) => mail.recipient)).toEqual([second.email]);
  const late = actingAs(db, second, { now: TEST_NOW + 25 * HOUR });
  expect(acceptOffer(late, offered.id)).toMatchObject({ reason: "offer-lapsed" });
});

test("R2 an open offer holds its seat: a newcomer waits", () => {
  const { db, first, second, third, place, enter } = oneSeat();
  for (const person of [first, second]) enter(person);
  withdraw(actingAs(db, first), place(first)!.id);
  enter(third);
  expect(place(third)!.status).toBe("waitlisted");
  declineOffer(actingAs(db, second), place(second)!.id);
  expect(place(third)!.status).toBe("offered");
});

test("R2 the database itself refuses one seat too many", () => {
  const { db, offering, first, second, enter } = oneSeat();
  enter(first);
  const force = () =>
    inTransaction(db, (tx) =>
      insertRegistration(tx, systemContext(db), {
        offeringId: offering.id,
        personId: second.personId,
        status: "registered",
      }),
    );
  expect(force).toThrow();
  expect(db.select().from(registrations).all()).toHaveLength(1);
});

test("R2 the database refuses a capacity below the seats taken", () => {
  const { db, offering, first, enter } = oneSeat();
  enter(first);
  expect(() => db.update(offerings).set({ capacity: 0 }).where(eq(offerings.id, offering.id)).run()).toThrow();
});

test("R2 the statuses of the database's fence are those of the rule", () => {
  const db = useTestDatabase();
  const sql = db.$client
    .prepare("select sql from sqlite_master where name = 'registrations_seats_insert'")
    .pluck()
    .get();
  for (const status of SEAT_STATUSES) expect(sql).toContain(`'${status}'`);
  expect(
    String(sql)
      .match(/NEW\.status IN \(([^)]*)\)/)![1]!
      .split(","),
  ).toHaveLength(SEAT_STATUSES.length);
});

test("R3 one live registration per person; a withdrawn one does not block a new one", () => {
  const { db, first, place, enter } = oneSeat();
  enter(first);
  expect(enter(first)).toMatchObject({ reason: "already-registered" });
  withdraw(actingAs(db, first), place(first)!.id);
  expect(enter(first).ok).toBe(true);
  expect(db.select().from(registrations).all()).toHaveLength(2);
});

test("R4 cancelling by oneself ends 7 days before the start; leaving a waitlist is possible until it", () => {
  const { db, offering, first, second, place, enter } = oneSeat();
  for (const person of [first, second]) enter(person);
  const now = offering.startsAt - 7 * DAY;
  expect(withdraw(actingAs(db, first, { now }), place(first)!.id)).toMatchObject({ reason: "too-late-to-cancel" });
  expect(withdraw(actingAs(db, second, { now }), place(second)!.id).ok).toBe(true);
  expect(withdraw(actingAs(db, first, { now: now - 1 }), place(first)!.id).ok).toBe(true);
});

test("R7 each change is an appended row: from, to, when, who, why", () => {
  const { db, first, place, enter } = oneSeat();
  enter(first);
  const { id } = place(first)!;
  withdraw(actingAs(db, first, { now: TEST_NOW + 5 }), id);
  const rows = db.select().from(registrationChanges).where(eq(registrationChanges.registrationId, id)).all();
  expect(rows).toMatchObject([
    { fromStatus: null, toStatus: "registered", at: TEST_NOW, actorId: first.personId },
    { fromStatus: "registered", toStatus: "withdrawn", at: TEST_NOW + 5, reason: "by the person" },
  ]);
  expect(() => db.delete(registrationChanges).run()).toThrow();
});

test("P2 nobody withdraws somebody else", () => {
  const { db, first, second, place, enter } = oneSeat();
  enter(first);
  expect(withdraw(actingAs(db, second), place(first)!.id)).toMatchObject({ reason: "unknown-registration" });
});

test("registration closes with the start of the first session", () => {
  const { db, offering, first } = oneSeat();
  const ctx = actingAs(db, first, { now: offering.startsAt });
  expect(register(ctx, { offeringId: offering.id })).toMatchObject({ reason: "closed" });
});

test("R1 the list and the page say the same position on the waitlist, which is that of arrival and not of ids", () => {
  const { db, first, second, third, place, enter } = oneSeat();
  for (const person of [first, second, third]) enter(person);
  // Two processes within one millisecond: the later arrival may have the smaller id.
  const [earlier, later] = [place(second)!, place(third)!];
  db.$client.pragma("foreign_keys = OFF");
  db.$client.exec(`update registrations set id = 'zzz' where id = '${earlier.id}'`);
  db.$client.exec(`update registrations set id = 'aaa' where id = '${later.id}'`);
  const listed = (person: typeof first) => listMyRegistrations(actingAs(db, person)).coming[0]!.position;
  const shown = (person: typeof first) => getMyRegistration(actingAs(db, person), place(person)!.id).position;
  expect([listed(second), shown(second)]).toEqual([1, 1]);
  expect([listed(third), shown(third)]).toEqual([2, 2]);
});

test("registering reads an offering once: at most twenty statements, however many sessions it has", () => {
  const db = useTestDatabase();
  const days = ["2027-03-09", "2027-03-16", "2027-03-23", "2027-03-30", "2027-04-06"];
  const weekly = days.map((day) => ({ start: `${day}T16:00`, end: `${day}T18:00` }));
  const [one, five] = [makeOffering(db), makeOffering(db, { sessions: weekly })];
  const registering = (offeringId: string) => {
    const ctx = actingAs(db, makePerson(db));
    return countStatements(db, () => expect(register(ctx, { offeringId }).ok).toBe(true));
  };
  const statements = registering(one.id);
  expect(statements).toBeLessThanOrEqual(20);
  expect(registering(five.id)).toBe(statements);
});
