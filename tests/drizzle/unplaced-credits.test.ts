import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { PLACE_ALL } from "#drizzle/unplaced-credits";
import { credits, unplacedCredits } from "#drizzle/schema/credits";
import { affiliations } from "#drizzle/schema/people";
import type { Database } from "~/platform/database/database.server";
import { correctCreditRow, postCreditFor } from "../support/credits";
import { useTestDatabase } from "../support/database";
import { makePerson, organisationId, psesd } from "../support/factories";
import { TEST_NOW } from "../support/clock";
import { newId } from "~/platform/ids";

const kept = (db: Database) => db.select().from(unplacedCredits).orderBy(unplacedCredits.creditId).all();

/** What stands in the list, which is what the rule finds among all, with who posted it and its day. */
function unplaced(db: Database): string[] {
  const now = kept(db);
  db.$client.exec(PLACE_ALL);
  expect(now).toEqual(kept(db));
  for (const { creditId, providerId, completedOn } of now) {
    expect(providerId).toBe(psesd(db).id);
    expect(completedOn).toBe(db.select().from(credits).where(eq(credits.id, creditId)).get()!.completedOn);
  }
  return now.map(({ creditId }) => creditId);
}

function work(db: Database, personId: string, more: Partial<typeof affiliations.$inferInsert> = {}): string {
  const id = newId();
  const at = { createdAt: TEST_NOW, confirmedAt: TEST_NOW };
  const place = { organisationId: organisationId(db, "Kent"), roleKind: "teacher" as const, fromDate: "2000-01-01" };
  db.insert(affiliations)
    .values({ id, personId, ...place, ...at, ...more })
    .run();
  return id;
}

test("S1 credits that no district sees are kept apart, whatever is written in whichever order", () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  db.delete(affiliations).where(eq(affiliations.personId, person.personId)).run();
  const { personId } = person;
  const { creditId } = postCreditFor(db, person);
  expect(unplaced(db)).toEqual([creditId]);
  const waiting = work(db, personId, { confirmedAt: null });
  expect(unplaced(db)).toEqual([creditId]);
  const change = (values: Partial<typeof affiliations.$inferInsert>) =>
    db.update(affiliations).set(values).where(eq(affiliations.id, waiting)).run();
  change({ confirmedAt: TEST_NOW });
  expect(unplaced(db)).toEqual([]);
  change({ toDate: "2001-01-01" });
  expect(unplaced(db)).toEqual([creditId]);
  const other = work(db, personId);
  expect(unplaced(db)).toEqual([]);
  db.delete(affiliations).where(eq(affiliations.id, other)).run();
  expect(unplaced(db)).toEqual([creditId]);
  const corrected = correctCreditRow(db, creditId, 60, TEST_NOW + 1);
  expect(unplaced(db)).toEqual([corrected]);
  correctCreditRow(db, corrected, 0, TEST_NOW + 2);
  expect(unplaced(db)).toEqual([]);
});

test("S1 of two people, one's workplace is not the other's", () => {
  const db = useTestDatabase();
  const [one, two] = [makePerson(db), makePerson(db)];
  db.delete(affiliations).run();
  const credits = [one, two].map((person) => postCreditFor(db, person).creditId);
  expect(unplaced(db)).toEqual([...credits].sort());
  const place = work(db, one.personId);
  expect(unplaced(db)).toEqual([credits[1]]);
  db.update(affiliations).set({ personId: two.personId }).where(eq(affiliations.id, place)).run();
  expect(unplaced(db)).toEqual([credits[0]]);
});
