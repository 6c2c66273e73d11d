import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { grants } from "#drizzle/schema/grants";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { findUncovered, listPlanChanges } from "~/catalog/approval/approved-plan.server";
import { listInstructors } from "~/catalog/offerings/offering-parts.server";
import { getOffering } from "~/catalog/offerings/offering.server";
import { approveAnew } from "~/desks/coordinator/approve-offering.server";
import { addHelper, getTeam, handOver, removeHelper } from "~/desks/facilitator/team.server";
import { register } from "~/registration/seats/registration.server";
import { DAY, TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makeOffering, makePerson, psesd } from "../../support/factories";
import { messagesOf } from "../../support/outbox";
import { thrownBy } from "../../support/request";

function setUp() {
  const db = useTestDatabase();
  const facilitator = makePerson(db, { first: "Fay", last: "Cilitator" });
  const coordinator = makePerson(db, { first: "Cora", last: "Dinator" });
  give(db, coordinator, "coordinator", psesd(db).id);
  const other = makePerson(db, { first: "Sue", last: "Stitute" });
  const offering = makeOffering(db, { instructor: facilitator });
  const me = actingAs(db, facilitator);
  const seen = (person: typeof other) => findMyOffering(db, actingAs(db, person), offering.id) !== null;
  return { db, facilitator, coordinator, other, offering, me, seen };
}

test("a helper takes attendance until taken off; who teaches is not taken off so", () => {
  const { db, facilitator, other, offering, me, seen } = setUp();
  expect(done(addHelper(me, { offeringId: offering.id, email: other.email }))).toBe("Sue Stitute");
  expect(seen(other)).toBe(true);
  expect(getTeam(me, offering.id).helpers).toMatchObject([{ name: "Stitute, Sue", isMe: false }]);
  expect(addHelper(me, { offeringId: offering.id, email: other.email })).toMatchObject({ reason: "teaches-already" });
  done(removeHelper(actingAs(db, other), { offeringId: offering.id, personId: other.personId }));
  expect(seen(other)).toBe(false);
  const teacher = removeHelper(me, { offeringId: offering.id, personId: facilitator.personId });
  expect(teacher).toMatchObject({ reason: "teaches" });
});

test("nobody without an account and no participant becomes a helper or a substitute", () => {
  const { db, other, offering, me } = setUp();
  const [teacher] = listInstructors(db, offering.id);
  const named = { offeringId: offering.id, instructorId: teacher!.id, reason: "Ill" };
  const nobody = "nobody@test.example";
  expect(addHelper(me, { offeringId: offering.id, email: nobody })).toMatchObject({ reason: "no-account" });
  expect(handOver(me, { ...named, email: nobody })).toMatchObject({ reason: "no-account" });
  done(register(actingAs(db, other), { offeringId: offering.id }));
  expect(addHelper(me, { offeringId: offering.id, email: other.email })).toMatchObject({ reason: "registered-here" });
  expect(handOver(me, { ...named, email: other.email })).toMatchObject({ reason: "registered-here" });
  expect(listInstructors(db, offering.id)[0]!.name).toBe("Fay Cilitator");
});

test("D1 a substitute teaches and takes attendance; the record keeps who was approved, and asks for a new decision", () => {
  const { db, facilitator, coordinator, other, offering, me, seen } = setUp();
  const staff = actingAs(db, coordinator, { scopeIds: [psesd(db).id] });
  done(approveAnew(staff, { offeringId: offering.id, committeeMetOn: "2026-10-02" }));
  const [teacher] = listInstructors(db, offering.id);
  const input = { offeringId: offering.id, instructorId: teacher!.id, email: other.email, reason: "Fay is ill" };
  done(handOver(me, { ...input, qualifications: "MEd" }));
  expect([seen(facilitator), seen(other)]).toEqual([false, true]);
  expect(listPlanChanges(db, offering.id)).toMatchObject([
    {
      reason: "Fay is ill",
      changedByName: "Fay Cilitator",
      changes: [{ part: "instructors", come: ["Sue Stitute, MEd"] }],
    },
  ]);
  expect(findUncovered(db, getOffering(db, offering.id))).toEqual(["instructors"]);
  const told = messagesOf(db, "handed-over").map(({ recipient }) => recipient);
  expect(told.sort()).toEqual([coordinator.email, other.email].sort());
  // It goes on: the substitute can hand it back.
  done(handOver(actingAs(db, other), { ...input, email: facilitator.email, reason: "Fay is well" }));
  expect([seen(facilitator), seen(other)]).toEqual([true, false]);
  expect(findUncovered(db, getOffering(db, offering.id))).toEqual([]);
});

test("what is over is handed over to nobody", () => {
  const { db, facilitator, other, offering } = setUp();
  const [teacher] = listInstructors(db, offering.id);
  const later = actingAs(db, facilitator, { now: offering.endsAt + DAY });
  const input = { offeringId: offering.id, instructorId: teacher!.id, email: other.email, reason: "Ill" };
  expect(handOver(later, input)).toMatchObject({ reason: "not-now" });
  expect(getTeam(later, offering.id).canChange).toBe(false);
});

test("P2 a stranger finds no team, and changes none", async () => {
  const { db, other, offering, facilitator } = setUp();
  const stranger = actingAs(db, other, { now: TEST_NOW });
  for (const change of [
    () => getTeam(stranger, offering.id),
    () => addHelper(stranger, { offeringId: offering.id, email: other.email }),
    () => removeHelper(stranger, { offeringId: offering.id, personId: facilitator.personId }),
  ])
    expect((await thrownBy(change)).status).toBe(404);
  expect(db.select().from(grants).where(eq(grants.offeringId, offering.id)).all()).toHaveLength(1);
});
