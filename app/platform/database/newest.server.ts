import { sql } from "drizzle-orm";

/** The newest rows of a kind, and how many there are in all. */
export interface Newest<Row> {
  rows: Row[];
  total: number;
}

/** How many rows fit the conditions, whatever the limit: stands on each of them. Where there can be thousands, count apart. */
export const inAll = sql<number>`count(*) over ()`;

/** Takes the count off the rows that it stands on. */
export function newest<Row extends { inAll: number }>(rows: Row[]): Newest<Omit<Row, "inAll">> {
  return { rows: rows.map(({ inAll: _inAll, ...row }) => row), total: rows[0]?.inAll ?? 0 };
}
