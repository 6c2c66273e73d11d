import fc from "fast-check";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { offerings } from "#drizzle/schema/catalog";
import { registrations, supervisorRequests } from "#drizzle/schema/registration";
import type { Database } from "~/platform/database/database.server";
import { sha256 } from "~/platform/secrets/codes.server";
import { inTransaction } from "~/platform/database/database.server";
import { cancelOffering } from "~/registration/staff/cancel-offering.server";
import { checkCapacity, offerAddedSeats } from "~/registration/seats/change-capacity.server";
import { acceptOffer, declineOffer, lapseExpiredOffers } from "~/registration/waitlist/offer.server";
import { register, withdraw } from "~/registration/seats/registration.server";
import { countSeats } from "~/registration/seats/registration-row.server";
import { getOfferingFacts } from "~/catalog/offerings/offering-facts.server";
import { takenSeats } from "~/registration/seats/seats";
import { giveSeat, reinstate, withdrawByStaff } from "~/registration/staff/staff-registration.server";
import { answerSupervisorRequest, lapseExpiredRequests } from "~/registration/approval/supervisor.server";
import { HOUR, TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { makeOffering, makePerson, psesd, type TestPerson } from "../../support/factories";
import { findViolations } from "../../support/seat-history";

interface World {
  db: Database;
  offeringId: string;
  people: TestPerson[];
  staff: TestPerson;
  now: number;
}

const SEATS = 3;
/** The capacity changes, too, up to this. */
const MOST_SEATS = 4;

/** One random command; whether it is refused is its own business, as long as nothing is broken afterwards. */
const COMMANDS: Record<string, (world: World, pick: number) => unknown> = {
  register: (world, pick) =>
    register(as(world, pick), { offeringId: world.offeringId, supervisorEmail: "boss@test.example" }),
  withdraw: (world, pick) => withdraw(as(world, pick), newestOf(world, pick)),
  accept: (world, pick) =>
    acceptOffer(as(world, pick), newestOf(world, pick), { supervisorEmail: "boss@test.example" }),
  decline: (world, pick) => declineOffer(as(world, pick), newestOf(world, pick)),
  withdrawByStaff: (world, pick) => withdrawByStaff(staff(world), change(world, pick)),
  giveSeat: (world, pick) => giveSeat(staff(world), change(world, pick)),
  reinstate: (world, pick) => reinstate(staff(world), change(world, pick)),
  setCapacity: (world, pick) => setCapacity(world, pick % (MOST_SEATS + 1)),
  answerSupervisor: (world, pick) => answerNewestRequest(world, pick % 2 === 0),
  passTime: (world, pick) => {
    world.now += (pick + 1) * 5 * HOUR;
    lapseExpiredOffers(systemContext(world.db, world.now));
    lapseExpiredRequests(systemContext(world.db, world.now));
  },
  cancel: (world) => cancelOffering(staff(world), { offeringId: world.offeringId, reason: "a random end" }),
};

const as = ({ db, people, now }: World, pick: number) => actingAs(db, people[pick % people.length]!, { now });
const staff = ({ db, staff: person, now }: World) => actingAs(db, person, { now, scopeIds: [psesd(db).id] });

function newestOf({ db, people }: World, pick: number): string {
  const { personId } = people[pick % people.length]!;
  const rows = db.select().from(registrations).where(eq(registrations.personId, personId)).all();
  return rows.at(-1)?.id ?? "none";
}

const change = (world: World, pick: number) => ({
  offeringId: world.offeringId,
  registrationId: newestOf(world, pick),
  reason: "a random one",
});

function setCapacity(world: World, capacity: number): void {
  const { db, offeringId } = world;
  inTransaction(db, (tx) => {
    const before = tx.select().from(offerings).where(eq(offerings.id, offeringId)).get()!;
    if (!checkCapacity(tx, offeringId, capacity).ok) return;
    tx.update(offerings).set({ capacity }).where(eq(offerings.id, offeringId)).run();
    offerAddedSeats(tx, systemContext(db, world.now), before);
  });
}

function answerNewestRequest({ db, now }: World, approved: boolean): void {
  const request = db.select().from(supervisorRequests).all().at(-1);
  if (!request) return;
  // The secret itself is in the mail alone: the test writes one that it knows.
  const secret = `secret of ${request.id}`;
  db.update(supervisorRequests)
    .set({ secretHash: sha256(secret) })
    .where(eq(supervisorRequests.id, request.id))
    .run();
  answerSupervisorRequest(systemContext(db, now), { secret, approved });
}

/** What must hold after each command, besides what the history shows at the end. */
function expectSound({ db, offeringId }: World): void {
  const seats = countSeats(db, getOfferingFacts(db, offeringId).offering);
  expect(takenSeats(seats)).toBeLessThanOrEqual(seats.capacity);
  expect(seats.waiting).toBeLessThanOrEqual(seats.waitlistLimit!);
  const live = db.select().from(registrations).where(eq(registrations.offeringId, offeringId)).all();
  for (const row of live) {
    expect(row.offerExpiresAt !== null).toBe(row.status === "offered");
    expect(row.requestExpiresAt !== null).toBe(row.status === "requested");
  }
}

const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(COMMANDS)), fc.nat(7)), { minLength: 5, maxLength: 40 });

test.each([
  ["without", null],
  ["with", 48],
])("R1–R3, R7 random commands %s a supervisor's approval keep every rule", (_word, supervisorHours) => {
  fc.assert(
    fc.property(steps, (commands) => {
      const db = useTestDatabase();
      // A capacity of three and a waitlist of three: every path is met often.
      const offering = makeOffering(db, { capacity: SEATS, waitlistLimit: SEATS, values: { supervisorHours } });
      const people = Array.from({ length: 8 }, () => makePerson(db));
      const world: World = { db, offeringId: offering.id, people, staff: makePerson(db), now: TEST_NOW };
      for (const [name, pick] of commands) {
        COMMANDS[name]!(world, pick);
        expectSound(world);
      }
      const outOfTurn = commands.some(([name]) => name === "giveSeat" || name === "setCapacity");
      // More seats than at the beginning only where somebody added them: otherwise whoever waits would seem to wait in vain.
      const added = commands.some(([name]) => name === "setCapacity");
      const broken = findViolations(db, offering.id, { ...(added && { mostSeats: MOST_SEATS }), outOfTurn });
      expect(broken).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
