import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";

/**
 * Copies of a row, each with an id of its own, for lists that only become long after years.
 * @param change what the nth copy (from 0) has different, by column name
 * @returns the ids of the copies
 */
export function copyRow(
  db: Database,
  { table, id, times, key = "id" }: { table: string; id: string; times: number; key?: string },
  change: (nth: number) => Record<string, unknown> = () => ({}),
): string[] {
  const row = db.$client.prepare(`select * from ${table} where ${key} = ?`).get(id) as Record<string, unknown>;
  const columns = Object.keys(row);
  const insert = db.$client.prepare(
    `insert into ${table} (${columns.join(", ")}) values (${columns.map((column) => `@${column}`).join(", ")})`,
  );
  return Array.from({ length: times }, (_, nth) => {
    const copy = { ...row, [key]: newId(), ...change(nth) };
    insert.run(copy);
    return copy[key] as string;
  });
}
