/**
 * Deletes a row that no other may refer to. The database decides: a foreign key stops the statement and leaves everything
 * as it was.
 * @returns false when something refers to it
 * @throws whatever else goes wrong
 */
export function deleteUnused(statement: { run(): unknown }): boolean {
  try {
    statement.run();
    return true;
  } catch (error) {
    const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
    if ((code ?? cause?.code) === "SQLITE_CONSTRAINT_FOREIGNKEY") return false;
    throw error;
  }
}
