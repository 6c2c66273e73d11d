import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { offerings } from "#drizzle/schema/catalog";
import { registrations } from "#drizzle/schema/registration";
import type { Database } from "~/platform/database/database.server";
import { offeringPeopleSource } from "~/desks/coordinator/people/offering-people-list.server";
import { readList } from "~/platform/lists/list-page.server";
import { getMyRegistration, listMyRegistrations } from "~/registration/mine/registration-page.server";
import { register, withdraw } from "~/registration/seats/registration.server";
import { TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { makeOffering, makePerson, type TestPerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";

/** One seat, taken; and so many people behind it, in the order in which they came. */
function queueOf(count: number) {
  const db = useTestDatabase();
  const offering = makeOffering(db, { capacity: 1 });
  const enter = (person: TestPerson) => {
    const outcome = register(actingAs(db, person), { offeringId: offering.id });
    if (!outcome.ok) throw new Error(outcome.reason);
    return { person, registrationId: outcome.value.id };
  };
  enter(makePerson(db));
  const waiting = Array.from({ length: count }, () => enter(makePerson(db)));
  return { db, offering, waiting };
}

type Waiting = ReturnType<typeof queueOf>["waiting"][number];

const onPage = (db: Database, { person, registrationId }: Waiting) =>
  getMyRegistration(actingAs(db, person), registrationId).position;

const inList = (db: Database, { person }: Waiting) => listMyRegistrations(actingAs(db, person)).coming[0]!.position;

function forStaff(db: Database, offeringId: string): (number | null)[] {
  const offering = db.select().from(offerings).where(eq(offerings.id, offeringId)).get()!;
  const staff = actingAs(db, makePerson(db), { scopeIds: [offering.providerId] });
  return readList(offeringPeopleSource(staff, offering), new URLSearchParams()).rows.map(({ position }) => position);
}

test("R1 the first in the queue is told that they are the first, on every page and in the message", () => {
  const { db, offering, waiting } = queueOf(3);
  expect(waiting.map((each) => onPage(db, each))).toEqual([1, 2, 3]);
  expect(waiting.map((each) => inList(db, each))).toEqual([1, 2, 3]);
  expect(forStaff(db, offering.id)).toEqual([null, 1, 2, 3]);
  expect(messagesOf(db, "waitlisted").map(({ payload }) => payload.position)).toEqual([1, 2, 3]);
});

test("R1 whoever stood behind somebody who left moves up", () => {
  const { db, waiting } = queueOf(3);
  expect(withdraw(actingAs(db, waiting[0]!.person), waiting[0]!.registrationId).ok).toBe(true);
  expect(waiting.slice(1).map((each) => onPage(db, each))).toEqual([1, 2]);
  expect(waiting.slice(1).map((each) => inList(db, each))).toEqual([1, 2]);
});

test("R1 the list follows the order in which people came, whatever their ids, as the queue itself does", () => {
  const { db, offering, waiting } = queueOf(2);
  const late = makePerson(db);
  const at = { createdAt: TEST_NOW, updatedAt: TEST_NOW };
  const row = { id: "00000000-0000-7000-8000-000000000000", offeringId: offering.id, personId: late.personId };
  db.insert(registrations)
    .values({ ...row, status: "waitlisted", arrival: 9, ...at })
    .run();
  const last = { person: late, registrationId: row.id };
  expect([...waiting, last].map((each) => onPage(db, each))).toEqual([1, 2, 3]);
  expect([...waiting, last].map((each) => inList(db, each))).toEqual([1, 2, 3]);
});
