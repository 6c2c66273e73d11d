import { type Database, inTransaction, type Transaction } from "~/platform/database/database.server";

/**
 * The fence of R2: whatever takes or frees a seat counts and writes within one immediate transaction, so that no other
 * process counts in between. A name of its own, because the race test replaces it to show what happens without.
 */
export function withinFence<Result>(
  db: Database,
  run: (tx: Transaction) => Result extends PromiseLike<unknown> ? never : Result,
): Result {
  return inTransaction(db, run);
}
