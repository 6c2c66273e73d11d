import type { Statement } from "better-sqlite3";
import type { Database } from "./database.server";

interface Question {
  elsewhere: Statement;
  here: Statement;
}

const questions = new WeakMap<Database, Question>();

/**
 * A mark that is another one after every change that anybody made to the database: another process or thread, or this
 * connection. Costs some microseconds.
 */
export function changeMark(db: Database): string {
  const found = questions.get(db) ?? ask(db);
  return `${String(found.elsewhere.get())}.${String(found.here.get())}`;
}

function ask(db: Database): Question {
  const question = {
    elsewhere: db.$client.prepare("pragma data_version").pluck(),
    here: db.$client.prepare("select total_changes()").pluck(),
  };
  questions.set(db, question);
  return question;
}
