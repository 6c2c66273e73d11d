import { type SQL, sql } from "drizzle-orm";
import { type AnySQLiteColumn, check, integer, text } from "drizzle-orm/sqlite-core";

/** Primary key: a UUIDv7 in text, made by the command that inserts the row. */
export const id = () => text("id").primaryKey();

/** An instant in UTC epoch milliseconds. */
export const instant = (name: string) => integer(name);

/** A calendar date without a time, as `YYYY-MM-DD`. */
export const plainDate = (name: string) => text(name);

const literals = (values: readonly string[]): SQL =>
  sql.raw(values.map((value) => `'${value.replaceAll("'", "''")}'`).join(", "));

/** CHECK that a text column holds one of a closed list, which comes from the subject's pure file. */
export const oneOf = (name: string, column: AnySQLiteColumn, values: readonly string[]) =>
  check(name, sql`${column} in (${literals(values)})`);

/** WHERE clause of a partial index: the column holds one of these. */
export const whereOneOf = (column: AnySQLiteColumn, values: readonly string[]) =>
  sql`${column} in (${literals(values)})`;
