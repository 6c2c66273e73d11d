import type SqliteDatabase from "better-sqlite3";
import { getTableColumns, getTableName, is, type InferInsertModel } from "drizzle-orm";
import { SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";

/** Inserts rows of any table by statements that are prepared once, and counts them. What a row leaves out takes the column's default. */
export class Inserter {
  readonly counts = new Map<string, number>();
  readonly #inserts = new Map<SQLiteTable, (row: Record<string, unknown>) => void>();

  constructor(private readonly client: SqliteDatabase.Database) {}

  /** Inserts a row into a table. */
  insert<Table extends SQLiteTable>(table: Table, row: InferInsertModel<Table>): void {
    let write = this.#inserts.get(table);
    if (!write) this.#inserts.set(table, (write = this.prepare(table)));
    write(row);
  }

  private prepare(table: SQLiteTable): (row: Record<string, unknown>) => void {
    const name = getTableName(table);
    const columns = Object.entries(getTableColumns(table));
    const names = columns.map(([, column]) => `"${column.name}"`).join(", ");
    const statement = this.client.prepare(
      `insert into "${name}" (${names}) values (${columns.map(() => "?").join(", ")})`,
    );
    const encoders = columns.map(([key, column]) => encoderOf(key, column));
    return (row) => {
      statement.run(encoders.map((encode) => encode(row)));
      this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    };
  }
}

function encoderOf(key: string, column: unknown): (row: Record<string, unknown>) => unknown {
  if (!is(column, SQLiteColumn)) throw new Error(`${key} is no column.`);
  const isPlain = column.columnType === "SQLiteText" || column.columnType === "SQLiteInteger";
  const missing = column.default === undefined ? null : column.mapToDriverValue(column.default);
  if (isPlain) return (row) => row[key] ?? missing;
  return (row) => {
    const value = row[key];
    return value === undefined || value === null ? missing : column.mapToDriverValue(value);
  };
}
