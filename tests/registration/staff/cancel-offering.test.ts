import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { offerings } from "#drizzle/schema/catalog";
import { outboxMessages } from "#drizzle/schema/messages";
import { registrations } from "#drizzle/schema/registration";
import { cancelOffering } from "~/registration/staff/cancel-offering.server";
import { register, withdraw } from "~/registration/seats/registration.server";
import { actingAs, useTestDatabase } from "../../support/database";
import { makeOffering, makePerson, psesd } from "../../support/factories";

const REASON = "The hall was flooded.";

test("R6 cancelling ends every live registration, tells everyone and voids the claim code", () => {
  const db = useTestDatabase();
  const coordinator = actingAs(db, makePerson(db), { scopeIds: [psesd(db).id] });
  const offering = makeOffering(db, { capacity: 2 });
  const people = [1, 2, 3, 4].map(() => makePerson(db));
  const places = people.map((person) => register(actingAs(db, person), { offeringId: offering.id }));
  // The first leaves, so that the third holds an offer and the fourth waits.
  const [first] = places;
  if (!first?.ok) throw new Error("no seat");
  withdraw(actingAs(db, people[0]!), first.value.id);

  const outcome = cancelOffering(coordinator, { offeringId: offering.id, reason: REASON });

  expect(outcome).toMatchObject({ ok: true, value: { told: 3 } });
  const row = db.select().from(offerings).where(eq(offerings.id, offering.id)).get();
  expect(row).toMatchObject({ state: "cancelled", claimCode: null, cancelReason: REASON });
  const statuses = db.select().from(registrations).all();
  expect(statuses.map(({ status }) => status)).toEqual(["withdrawn", "cancelled", "cancelled", "cancelled"]);
  expect(statuses.every(({ offerExpiresAt }) => offerExpiresAt === null)).toBe(true);
  const told = db.select().from(outboxMessages).where(eq(outboxMessages.kind, "offering-cancelled")).all();
  expect(told.map(({ recipient }) => recipient).sort()).toEqual(
    people
      .slice(1)
      .map(({ email }) => email)
      .sort(),
  );
  expect(cancelOffering(coordinator, { offeringId: offering.id, reason: REASON })).toMatchObject({
    reason: "not-possible-now",
  });
});

test("what is over is not cancelled, and a foreign offering does not exist (P2)", () => {
  const db = useTestDatabase();
  const offering = makeOffering(db);
  const person = makePerson(db);
  const later = actingAs(db, person, { scopeIds: [psesd(db).id], now: offering.endsAt });
  expect(cancelOffering(later, { offeringId: offering.id, reason: REASON })).toMatchObject({ reason: "offering-over" });
  const stranger = actingAs(db, person, { scopeIds: ["another"] });
  expect(cancelOffering(stranger, { offeringId: offering.id, reason: REASON })).toMatchObject({
    reason: "unknown-offering",
  });
});
