import { expect, test } from "vitest";
import { approvalDecisions } from "#drizzle/schema/approval";
import { offerings, sessions } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { insertProvider, PSESD_POLICY } from "#seed/reference";
import { getOfferingRecord, keptUntil } from "~/desks/coordinator/offering-record.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { loader } from "~/routes/coordinator/offerings.$id_.record";
import { TEST_NOW } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { give, makePerson, psesd } from "../../support/factories";
import { get, thrownBy } from "../../support/request";

function recorded() {
  const db = useTestDatabase();
  const educator = makePerson(db, { first: "Ana", last: "Example", organisation: "Highline" });
  const { offering } = postCreditFor(db, educator, { day: "2027-03-09", minutes: 390 });
  const coordinator = makePerson(db);
  give(db, coordinator, "coordinator", psesd(db).id);
  const taken = { committeeMetOn: "2026-10-02", decidedAt: TEST_NOW, decidedBy: coordinator.personId };
  const decision = {
    id: newId(),
    offeringId: offering.id,
    decision: "approved" as const,
    approvedMinutes: 420,
    ...taken,
  };
  db.insert(approvalDecisions).values(decision).run();
  return { db, offering, coordinator };
}

/** A provider of another district. */
function otherProvider(db: Database): string {
  const ctx = systemContext(db);
  return inTransaction(db, (tx) =>
    insertProvider(tx, ctx, {
      organisationName: "Tacoma",
      name: "Tacoma",
      shortName: "TACOMA",
      address: null,
      designeeName: null,
      designeeTitle: null,
      policies: [{ fromDate: "2020-01-01", policy: PSESD_POLICY }],
    }),
  );
}

test("D1 the record holds the approval, the agenda and everyone who asked for hours, with the hours asked", () => {
  const { db, offering, coordinator } = recorded();
  const record = getOfferingRecord(actingAs(db, coordinator, { scopeIds: [psesd(db).id] }), offering.id);
  expect(record.decisions).toMatchObject([
    { committeeMetOn: "2026-10-02", approvedMinutes: 420, recordedBy: coordinator.name },
  ]);
  expect(record.plan.sessions).toHaveLength(1);
  expect(record.asked).toMatchObject([
    { name: "Example, Ana", earnedMinutes: 420, requestedMinutes: 390, postedMinutes: 390, status: "posted" },
  ]);
});

test("D1 a record is kept for seven calendar years from the offering", () => {
  expect(keptUntil("2027-03-09")).toBe("2034-12-31");
  expect(keptUntil("2027-12-31")).toBe("2034-12-31");
  const { db, offering, coordinator } = recorded();
  expect(getOfferingRecord(actingAs(db, coordinator, { scopeIds: [psesd(db).id] }), offering.id).keptUntil).toBe(
    "2034-12-31",
  );
});

test("D1 the database refuses to delete what a record is made of", () => {
  const { db } = recorded();
  for (const table of [claims, approvalDecisions, offerings, sessions]) {
    expect(() => db.delete(table).run()).toThrow();
  }
  expect(db.select().from(claims).all()).toHaveLength(1);
});

test("D1 the record is its provider's coordinators' alone", async () => {
  const { db, offering } = recorded();
  const stranger = makePerson(db);
  const path = `/coordinator/offerings/${offering.id}/record`;
  const args = async () => ({ request: await get(db, path, stranger), params: { id: offering.id }, context: {} });
  expect((await thrownBy(async () => loader(await args()))).status).toBe(403);
  give(db, stranger, "coordinator", otherProvider(db));
  expect((await thrownBy(async () => loader(await args()))).status).toBe(404);
});
