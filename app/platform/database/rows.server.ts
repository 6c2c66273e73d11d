import { sql, type SQLWrapper } from "drizzle-orm";
import type { Reader } from "./database.server";
/**
 * The row of a query that must have one: a foreign key, or what happened before, promises it.
 * @param what names the row in the error, for example `course 0190…`
 * @throws Error when there is none
 */
export function rowOf<Row>(query: { get(): Row | undefined }, what: string): Row {
  const row = query.get();
  if (row === undefined) throw new Error(`There is no ${what}.`);
  return row;
}

/** The row of a query of aggregates alone: there always is one, even where nothing is counted. */
export function aggregateOf<Row>(query: { get(): Row | undefined }): Row {
  return rowOf(query, "row of an aggregate");
}

/** What a query of one `count` counts. */
export function countOf(query: { get(): { count: number } | undefined }): number {
  return aggregateOf(query).count;
}

/** How many rows a query gives. */
export function countRows(db: Reader, query: SQLWrapper): number {
  return db.get<{ count: number }>(sql`select count(*) as count from ${query}`).count;
}
