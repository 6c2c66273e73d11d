/** A statement of a trigger that refuses what was tried. */
export const abort = (message: string) => `SELECT RAISE(ABORT, '${message}')`;
/** A trigger of the file. */
export const trigger = (name: string, head: string, body: string) => ({
  name,
  sql: `CREATE TRIGGER ${name} ${head}\nBEGIN ${body}; END`,
});

/** Rows that are never deleted. */
export const kept = (table: string, message: string) =>
  trigger(`${table}_no_delete`, `BEFORE DELETE ON ${table}`, abort(message));

/** Rows that are never changed or deleted. */
export const appendOnly = (table: string, message: string) => [
  trigger(`${table}_no_update`, `BEFORE UPDATE ON ${table}`, abort(message)),
  kept(table, message),
];

/** Columns that never change once the row stands. */
export const frozen = (name: string, table: string, columns: string, message: string) =>
  trigger(name, `BEFORE UPDATE OF ${columns} ON ${table}`, abort(message));
