import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { offerings, sessions } from "#drizzle/schema/catalog";
import { toOfferingDraft } from "~/catalog/offerings/offering-input.server";
import type { OfferingInput } from "~/catalog/offerings/offering.server";
import { updateOffering } from "~/desks/coordinator/update-offering.server";
import type { Database } from "~/platform/database/database.server";
import { findLiveRegistration } from "~/registration/seats/registration-row.server";
import { register, withdraw } from "~/registration/seats/registration.server";
import { confirmMove } from "~/registration/staff/reschedule.server";
import { at, DAY, HOUR, TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { makeOffering, makePerson, psesd, type TestPerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";

/** An offering of two seats with one person more than that; the coordinator's form as it stands. */
function setUp() {
  const db = useTestDatabase();
  const offering = makeOffering(db, { capacity: 2, values: { approvedMinutes: 60 } });
  const staff = actingAs(db, makePerson(db), { scopeIds: [psesd(db).id] });
  const people = [makePerson(db), makePerson(db), makePerson(db)] as const;
  for (const person of people) register(actingAs(db, person), { offeringId: offering.id });
  const place = (person: TestPerson) => findLiveRegistration(db, offering.id, person.personId)!;
  const save = (change: (input: OfferingInput) => OfferingInput, now = TEST_NOW) =>
    updateOffering({ ...staff, now }, { ...change(inputOf(db, offering.id)), offeringId: offering.id, reason: "Snow" });
  return { db, offering, staff, people, place, save };
}

function inputOf(db: Database, offeringId: string): OfferingInput {
  const row = db.select().from(offerings).where(eq(offerings.id, offeringId)).get()!;
  const draft = toOfferingDraft(db, row);
  return {
    modality: row.modality,
    place: row.place,
    capacity: row.capacity,
    priceCents: row.priceCents,
    sessions: draft.sessions.map((session) => ({ ...session, pauses: [] })),
    instructors: [],
    designations: [],
  };
}

const onDay = (date: string) => (input: OfferingInput) => ({
  ...input,
  sessions: input.sessions.map((session) => ({ ...session, date })),
});

const calendarsOf = (message: { calendar: unknown }) =>
  message.calendar as { method: string; name: string; content: string }[];

test("a move keeps registrations, tells everyone live, waitlisted people included, and asks those with a seat to confirm", () => {
  const { db, people, place, save } = setUp();
  expect(save(onDay("2027-03-16"))).toMatchObject({ ok: true, value: { told: 3 } });
  const [first, , third] = people;
  expect(place(first)).toMatchObject({ status: "registered", moveToldAt: TEST_NOW, moveConfirmedAt: null });
  expect(place(third)).toMatchObject({ status: "waitlisted", moveToldAt: null });
  const told = messagesOf(db, "offering-moved");
  expect(told.map(({ payload }) => payload.seated)).toEqual([true, true, false]);
  expect(told[0]!.payload).toMatchObject({
    before: [{ when: "Tue, Mar 9, 2027 · 8:00 AM–4:00 PM PST" }],
    sessions: [{ when: "Tue, Mar 16, 2027 · 8:00 AM–4:00 PM PDT" }],
  });
});

test("whoever does not like the new dates leaves without penalty until the start; whoever confirmed is bound again (R4)", () => {
  const { db, people, place, save } = setUp();
  save(onDay("2027-03-16"));
  const late = at("2027-03-16T08:00") - HOUR;
  const [first, second] = people;
  expect(confirmMove(actingAs(db, first), place(first).id).ok).toBe(true);
  expect(confirmMove(actingAs(db, first), place(first).id)).toMatchObject({ reason: "not-possible-now" });
  expect(withdraw(actingAs(db, first, { now: late }), place(first).id)).toMatchObject({ reason: "too-late-to-cancel" });
  expect(withdraw(actingAs(db, second, { now: late }), place(second).id).ok).toBe(true);
});

test("a second move asks again and is told again", () => {
  const { db, people, place, save } = setUp();
  save(onDay("2027-03-16"));
  const [first] = people;
  confirmMove(actingAs(db, first, { now: TEST_NOW + HOUR }), place(first).id);
  save(onDay("2027-03-23"), TEST_NOW + DAY);
  expect(place(first)).toMatchObject({ moveToldAt: TEST_NOW + DAY, moveConfirmedAt: null });
  expect(messagesOf(db, "offering-moved")).toHaveLength(6);
});

test("a change of seats, price or topic is no move: nobody is told and no sequence rises", () => {
  const { db, save } = setUp();
  const changed = save((input) => ({
    ...input,
    capacity: 3,
    priceCents: 500,
    sessions: input.sessions.map((session) => ({ ...session, topic: "Another topic" })),
  }));
  expect(changed).toMatchObject({ ok: true, value: { told: 0 } });
  expect(messagesOf(db, "offering-moved")).toEqual([]);
  expect(
    db
      .select()
      .from(sessions)
      .all()
      .map(({ sequence }) => sequence),
  ).toEqual([0]);
});

test("calendars: a move sends the same entry with a higher sequence, a session taken out is cancelled", () => {
  const { db, save } = setUp();
  save((input) => ({
    ...input,
    sessions: [...input.sessions, { date: "2027-03-10", startTime: "08:00", endTime: "10:00", pauses: [] }],
  }));
  const [added] = messagesOf(db, "offering-moved");
  expect(calendarsOf(added!).map(({ method }) => method)).toEqual(["REQUEST"]);
  save(
    (input) => ({ ...onDay("2027-03-16")(input), sessions: onDay("2027-03-16")(input).sessions.slice(0, 1) }),
    TEST_NOW + DAY,
  );
  const moved = messagesOf(db, "offering-moved").at(-3)!;
  const [request, cancel] = calendarsOf(moved);
  expect([request!.method, cancel!.method]).toEqual(["REQUEST", "CANCEL"]);
  expect(request!.content).toContain("SEQUENCE:1");
  expect(request!.content).toContain("DTSTART;TZID=America/Los_Angeles:20270316T080000");
  expect(cancel!.content).toContain("STATUS:CANCELLED");
  const uidOf = (content: string) => /^UID:(.+)$/m.exec(content)![1];
  const [first] = messagesOf(db, "registered");
  expect(uidOf(request!.content)).toBe(uidOf(calendarsOf(first!)[0]!.content));
});

test("R2 raising the capacity promotes in order; lowering it below what is taken is refused with the numbers", () => {
  const { people, place, save } = setUp();
  expect(save((input) => ({ ...input, capacity: 1 }))).toMatchObject({
    reason: "capacity-below-taken",
    detail: { taken: 2, capacity: 1 },
  });
  save((input) => ({ ...input, capacity: 3 }));
  expect(place(people[2]).status).toBe("offered");
});
