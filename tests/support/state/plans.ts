import SqliteDatabase from "better-sqlite3";
import type { Database } from "~/platform/database/database.server";
import { keepStatistics } from "~/platform/database/upkeep.server";

/** A statement as it was sent, and by what. */
export interface Sent {
  by: string;
  sql: string;
  values: unknown[];
}

/** The statements that pieces of work send to any database, each text once, with the values that it was first sent with. */
export class StatementLog {
  readonly sent = new Map<string, Sent>();

  /** Does something and notes what it sends. */
  async during<Result>(by: string, work: () => Result | Promise<Result>): Promise<Result> {
    const statement = Object.getPrototypeOf(new SqliteDatabase(":memory:").prepare("select 1")) as Methods;
    const own = { all: statement.all, get: statement.get, run: statement.run };
    const note = (sql: string, values: unknown[]) => {
      if (!this.sent.has(sql)) this.sent.set(sql, { by, sql, values });
    };
    for (const method of METHODS)
      statement[method] = function noted(this: { source: string }, ...values: unknown[]) {
        note(this.source, values);
        return own[method].apply(this, values);
      };
    try {
      return await work();
    } finally {
      Object.assign(statement, own);
    }
  }
}

const METHODS = ["all", "get", "run"] as const;
type Methods = Record<(typeof METHODS)[number], (this: { source: string }, ...values: unknown[]) => unknown>;

/** What has a handful of values, most rows one of them: whoever looks by one alone reads a good part of the table. */
const COARSE = String.raw`\((?:provider_id|role)=\?\)|offerings_upcoming \(state=\?\)`;
const READ = new RegExp(String.raw`^(?:SCAN (\w+)(.*)|SEARCH (\w+)(.*(?:${COARSE}).*))$`);

/** One step of a plan that reads a table, or one of its indexes, from end to end, or a good part of it. */
export interface Scan {
  table: string;
  /** The table, and the index of it that is read: "credits USING INDEX credits_posted". */
  scan: string;
}

/** Statements whose plan says nothing: rows are only added, or none is asked for. */
const READS_NOTHING = /^\s*insert\b(?!.*\bselect\b)|where \(*false\b|\band false\)+\s*(order by|group by|limit|$)/is;

/** The steps in which a statement reads whole tables, as the database would carry it out now. */
export function listScans({ $client }: Database, { sql, values }: Pick<Sent, "sql" | "values">): Scan[] {
  if (!/^\s*(select|with|insert|update|delete)\b/i.test(sql) || READS_NOTHING.test(sql)) return [];
  const steps = $client.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[];
  return steps.flatMap(({ detail }) => {
    const [, scanned, ending, searched, coarse] = READ.exec(detail) ?? [];
    const name = scanned ?? searched;
    const rest = ending ?? coarse ?? "";
    if (name === undefined || rest.includes("VIRTUAL TABLE")) return [];
    const table = tableOf(sql, name);
    return [{ table, scan: table + rest }];
  });
}

const KEYWORDS = ["select", "where", "on", "left", "inner", "join", "from"];

/** The table behind the name that a plan uses; where that is the name of a part of the statement, too, the part. */
function tableOf(sql: string, name: string): string {
  const behind = new RegExp(String.raw`(?:from|join|,)\s+"?(\w+)"?\s+(?:as\s+)?"?${name}"?(?![\w.])`, "gi");
  const found = [...sql.matchAll(behind)].map(([, table = ""]) => table).filter((table) => !KEYWORDS.includes(table));
  const part = found.find((table) => new RegExp(String.raw`\b${table}"? as (?:materialized )?\(`, "i").test(sql));
  return part ?? found[0] ?? name;
}

/** A table with fewer rows is as small in a state. */
const FEW = 60;

/**
 * Makes a small database plan as a large one does: its statistics, as the daily job counts them, say that there are so many
 * times the rows. That job looks at the beginning of each index alone, and so finds as many rows for each value in both.
 */
export function pretendLarger({ $client }: Database, times: number): void {
  keepStatistics($client, "all");
  const rows = $client.prepare("select rowid, stat from sqlite_stat1").all() as { rowid: number; stat: string }[];
  const write = $client.prepare("update sqlite_stat1 set stat = ? where rowid = ?");
  for (const { rowid, stat } of rows) {
    const [count = "0", ...rest] = stat.split(" ");
    if (Number(count) >= FEW) write.run([String(Number(count) * times), ...rest].join(" "), rowid);
  }
  // Reads what was written.
  $client.exec("analyze sqlite_schema");
}
