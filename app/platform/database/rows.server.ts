import { getTableColumns, type InferInsertModel, sql, type SQLWrapper } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Reader, Transaction } from "./database.server";

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

/**
 * Inserts many rows by one statement that is put together once: to put it together takes longer than to insert a row.
 * @param rows each with the columns of the first; what is undefined is null
 */
export function insertRows<Table extends SQLiteTable>(
  tx: Transaction,
  table: Table,
  rows: readonly InferInsertModel<Table>[],
): void {
  const [first] = rows;
  if (!first) return;
  const columns = Object.entries(getTableColumns(table)).filter(([name]) => Object.hasOwn(first, name));
  const places = Object.fromEntries(columns.map(([name]) => [name, sql`${sql.placeholder(name)}`]));
  const insert = tx
    .insert(table)
    .values(places as InferInsertModel<Table>)
    .prepare();
  for (const row of rows) {
    const values: Record<string, unknown> = {};
    for (const [name, column] of columns) {
      const value: unknown = row[name as keyof typeof row] ?? null;
      values[name] = value === null ? null : column.mapToDriverValue(value);
    }
    insert.run(values);
  }
}
