import type { Statement } from "better-sqlite3";
import type { Database } from "./database.server";

const questions = new WeakMap<Database, Statement>();

/**
 * A number that is another one after every change of what visitors see, whoever made it: another process or thread, or this
 * connection. Costs some microseconds. What jobs and staff write otherwise does not change it.
 */
export function publicChangeMark(db: Database): number {
  const question = questions.get(db) ?? db.$client.prepare("select number from public_changes").pluck();
  questions.set(db, question);
  return question.get() as number;
}
