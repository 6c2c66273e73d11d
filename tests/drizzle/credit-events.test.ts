import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { TELL_ALL } from "#drizzle/credit-events";
import { affiliations } from "#drizzle/schema/people";
import { creditEvents } from "#drizzle/schema/staff/hr-api";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { TEST_NOW } from "../support/clock";
import { correctCreditRow, postCreditFor } from "../support/credits";
import { useTestDatabase } from "../support/database";
import { makePerson, organisationId } from "../support/factories";

type District = "Kent" | "Highline";

function work(
  db: Database,
  personId: string,
  district: District,
  more: Partial<typeof affiliations.$inferInsert> = {},
) {
  const id = newId();
  const place = { organisationId: organisationId(db, district), roleKind: "teacher" as const, fromDate: "2000-01-01" };
  db.insert(affiliations)
    .values({ id, personId, ...place, createdAt: TEST_NOW, confirmedAt: TEST_NOW, ...more })
    .run();
  return id;
}

const changed = (db: Database, id: string, set: Partial<typeof affiliations.$inferInsert>) =>
  void db.update(affiliations).set(set).where(eq(affiliations.id, id)).run();

/** What a district was told, in order; that nothing is left to tell is found among all. */
function told(db: Database, district: District): [type: string, creditId: string][] {
  const before = db.select().from(creditEvents).all().length;
  db.$client.exec(TELL_ALL);
  expect(db.select().from(creditEvents).all(), "nothing was left to tell").toHaveLength(before);
  return db
    .select()
    .from(creditEvents)
    .where(eq(creditEvents.organisationId, organisationId(db, district)))
    .orderBy(creditEvents.sequence)
    .all()
    .map(({ type, creditId }) => [type, creditId]);
}

test("S4 a posted credit, its correction, and what a second district sees of it, each once and in order", () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  db.delete(affiliations).run();
  work(db, person.personId, "Kent");
  const { creditId } = postCreditFor(db, person);
  expect(told(db, "Kent")).toEqual([["posted", creditId]]);
  const corrected = correctCreditRow(db, creditId, 60, TEST_NOW + 1);
  expect(told(db, "Kent")).toEqual([
    ["posted", creditId],
    ["corrected", corrected],
  ]);
  // A substitute: the other district is told of what stands now, not of what stood before.
  work(db, person.personId, "Highline");
  expect(told(db, "Highline")).toEqual([["posted", corrected]]);
  expect(told(db, "Kent")).toHaveLength(2);
});

test("S1 hours come when a workplace is confirmed, and are taken back when it was none", () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  db.delete(affiliations).run();
  const { creditId } = postCreditFor(db, person);
  const place = work(db, person.personId, "Kent", { confirmedAt: null });
  expect(told(db, "Kent")).toEqual([]);
  changed(db, place, { confirmedAt: TEST_NOW });
  changed(db, place, { toDate: "2027-12-31" });
  expect(told(db, "Kent")).toEqual([["posted", creditId]]);
  changed(db, place, { toDate: "2001-01-01" });
  const corrected = correctCreditRow(db, creditId, 60, TEST_NOW + 1);
  changed(db, place, { toDate: null });
  db.delete(affiliations).where(eq(affiliations.id, place)).run();
  expect(told(db, "Kent")).toEqual([
    ["posted", creditId],
    ["withdrawn", creditId],
    ["posted", corrected],
    ["withdrawn", corrected],
  ]);
});

test("S1 an entry that is moved to another district takes the hours with it", () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  db.delete(affiliations).run();
  const place = work(db, person.personId, "Kent");
  const { creditId } = postCreditFor(db, person);
  changed(db, place, { organisationId: organisationId(db, "Highline") });
  expect(told(db, "Kent").map(([type]) => type)).toEqual(["posted", "withdrawn"]);
  expect(told(db, "Highline")).toEqual([["posted", creditId]]);
});

test("S4 what was told is never changed", () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  work(db, person.personId, "Kent");
  postCreditFor(db, person);
  expect(() => db.delete(creditEvents).run()).toThrow();
  expect(() => db.update(creditEvents).set({ type: "withdrawn" }).run()).toThrow();
});
