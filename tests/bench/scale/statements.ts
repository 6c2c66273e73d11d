import { existsSync, readFileSync, rmSync } from "node:fs";
import type { Database } from "~/platform/database/database.server";

/** A statement that a page sent, how long it took and with which values. */
export interface Asked {
  sql: string;
  values: unknown[];
  milliseconds: number;
}

/** What a server has noted since this was last asked. */
export function takeStatements(file: string): Asked[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  rmSync(file);
  return lines.map((line) => JSON.parse(line) as Asked);
}

/** How the database carries a statement out, a step a line. */
export function planOf({ $client }: Database, { sql, values }: Pick<Asked, "sql" | "values">): string[] {
  const rows = $client.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[];
  return rows.map(({ detail }) => detail);
}

/** The text of a statement in one line, cut where it gets long. */
export function shorten(sql: string, longest = 400): string {
  const line = sql.replaceAll(/\s+/g, " ").replaceAll('"', "");
  return line.length > longest ? `${line.slice(0, longest)} …` : line;
}
