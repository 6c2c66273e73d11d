import { count, eq, max } from "drizzle-orm";
import { expect, test } from "vitest";
import { persons } from "#drizzle/schema/people";
import { aggregateOf, countOf, rowOf } from "~/platform/database/rows.server";
import { useTestDatabase } from "../../support/database";

test("a row that must be there and is not is named in the error", () => {
  const db = useTestDatabase();
  const nobody = db.select().from(persons).where(eq(persons.id, "nobody"));
  expect(() => rowOf(nobody, "person nobody")).toThrow("There is no person nobody.");
});

test("an aggregate has a row where there is nothing to count", () => {
  const db = useTestDatabase();
  expect(countOf(db.select({ count: count() }).from(persons))).toBe(0);
  expect(aggregateOf(db.select({ last: max(persons.createdAt) }).from(persons))).toEqual({ last: null });
});
