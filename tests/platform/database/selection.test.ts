import SqliteDatabase from "better-sqlite3";
import { eq, getTableColumns, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { alias } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import { accounts, persons } from "#drizzle/schema/people";
import { writeColumnsAtOnce } from "~/platform/database/selection.server";

type Db = ReturnType<typeof connect>;
const connect = () => drizzle({ client: new SqliteDatabase(":memory:") });

const low = () => sql<string>`lower(${persons.email})`;
const other = alias(persons, "other");
const named = (db: Db) => db.select({ id: persons.id, low: low().as("low") }).from(persons);
const joined = eq(persons.id, accounts.personId);

const QUERIES: Record<string, (db: Db) => { toSQL(): { sql: string } }> = {
  "a whole table": (db) => db.select().from(persons),
  "one column": (db) => db.select({ id: persons.id }).from(persons),
  "two tables": (db) => db.select({ account: accounts, person: persons }).from(accounts).innerJoin(persons, joined),
  "a table by another name": (db) =>
    db
      .select({ ...getTableColumns(other), more: accounts.id })
      .from(accounts)
      .leftJoin(other, eq(other.id, accounts.personId)),
  "an expression first": (db) => db.select({ low: low(), id: persons.id }).from(persons),
  "an expression between": (db) =>
    db.select({ id: persons.id, nested: { low: low() }, phone: persons.phone }).from(persons),
  "an expression last": (db) => db.select({ id: persons.id, low: low() }).from(persons),
  "expressions alone": (db) => db.select({ one: sql`1`, two: low() }).from(persons),
  "a column twice": (db) => db.select({ id: persons.id, again: persons.id }).from(persons),
  "a named expression": named,
  "a query's columns": (db) => db.select().from(named(db).as("found")),
  "a query's columns beside a table's": (db) => {
    const found = named(db).as("found");
    return db.select({ low: found.low, id: found.id, name: persons.sortName }).from(found).innerJoin(persons, joined);
  },
  "what was written": (db) =>
    db
      .insert(accounts)
      .values({ id: "x" } as typeof accounts.$inferInsert)
      .returning({ id: accounts.id, email: accounts.email }),
};

test.each(Object.entries(QUERIES))("%s is written as the query builder itself writes it", (_, query) => {
  const [ours, plain] = [connect(), connect()];
  writeColumnsAtOnce(ours);
  expect(query(ours).toSQL().sql).toBe(query(plain).toSQL().sql);
});
