import type SqliteDatabase from "better-sqlite3";

type Client = SqliteDatabase.Database;
type Statement = SqliteDatabase.Statement;

/** How many statements a connection keeps: more than its pages have, and an end for lists of varying length. */
const MOST_KEPT = 500;

/** What the query builder asks of a statement. Rows as arrays come from a statement of their own, since that is a state of it. */
class KeptStatement {
  readonly #prepare: () => Statement;
  readonly #plain: Statement;
  #raw: Statement | undefined;

  constructor(prepare: () => Statement) {
    this.#prepare = prepare;
    this.#plain = prepare();
  }

  run = (...values: unknown[]) => this.#plain.run(...values);
  all = (...values: unknown[]) => this.#plain.all(...values);
  get = (...values: unknown[]) => this.#plain.get(...values);
  raw = (): Statement => (this.#raw ??= this.#prepare().raw());
}

/**
 * A connection for the query builder that prepares each text of SQL once: compiling the same statements anew was a tenth of
 * a page. The statements that were asked for least recently are let go.
 */
export function keepStatements(client: Client): Client {
  const kept = new Map<string, KeptStatement>();
  const compile = client.prepare.bind(client);
  const prepare = (sql: string) => {
    const found = kept.get(sql) ?? new KeptStatement(() => compile(sql));
    kept.delete(sql);
    kept.set(sql, found);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    return found;
  };
  const transaction = client.transaction.bind(client);
  return { prepare, transaction } as unknown as Client;
}
