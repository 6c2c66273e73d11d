import { type SQL, sql, type SQLWrapper } from "drizzle-orm";

/** Condition: a column has one of these values. One variable, and one statement, for a list of any length. */
export const isAmong = (column: SQLWrapper, values: readonly string[]): SQL =>
  sql`${column} in (select value from json_each(${JSON.stringify(values)}))`;
