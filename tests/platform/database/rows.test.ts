import { count, eq, max } from "drizzle-orm";
import { expect, test } from "vitest";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { persons } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import { inTransaction } from "~/platform/database/database.server";
import { aggregateOf, countOf, insertRows, rowOf } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";
import { useTestDatabase } from "../../support/database";
import { makeOffering, makePerson } from "../../support/factories";

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

test("many rows are inserted as one by one: JSON, nothing, and neither yes nor no stay what they are", () => {
  const db = useTestDatabase();
  const offering = makeOffering(db);
  const session = offering.sessions[0]!;
  const { personId } = makePerson(db);
  const mark = (nonce: string, clockDoubt: boolean | undefined) => ({
    ...{ id: newId(), sessionId: session.id, personId, walkInId: null, kind: "in" as const, at: 1, deviceTime: 2 },
    ...{ serverTime: 3, recordedBy: personId, method: "roster" as const, nonce, clockDoubt },
  });
  const entry = (detail: Record<string, unknown>) => {
    return { id: newId(), at: 1, actorId: null, action: "test.made", subjectId: offering.id, detail };
  };
  inTransaction(db, (tx) => {
    insertRows(tx, attendanceMarks, []);
    insertRows(tx, attendanceMarks, [mark("one", undefined), mark("two", false), mark("three", true)]);
    insertRows(tx, auditEntries, [entry({}), entry({ words: "“Ada’s”" })]);
  });
  const marks = db.select().from(attendanceMarks).all();
  expect(marks.map(({ clockDoubt, reason }) => [clockDoubt, reason])).toEqual([
    [null, null],
    [false, null],
    [true, null],
  ]);
  const entries = db.select().from(auditEntries).where(eq(auditEntries.action, "test.made")).all();
  expect(entries.map(({ detail }) => detail)).toEqual([{}, { words: "“Ada’s”" }]);
});
