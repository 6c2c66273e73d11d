import { eq } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import type { Reader } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import type { Mailbox } from "~/platform/mail/mailbox";
import { displayNameOf } from "./name";

export type Person = typeof persons.$inferSelect;

/** A person by their id; null when there is none. */
export function findPerson(db: Reader, personId: string): Person | null {
  return personById(db, personId).get() ?? null;
}

/**
 * A person whom a row of ours is about.
 * @throws Error when there is none
 */
export function getPerson(db: Reader, personId: string): Person {
  return rowOf(personById(db, personId), `person ${personId}`);
}

const personById = (db: Reader, personId: string) => db.select().from(persons).where(eq(persons.id, personId));

/** Where somebody reads mail, as an address to answer to; null where none is known. */
export function findMailbox(db: Reader, personId: string): Mailbox | null {
  const person = findPerson(db, personId);
  return person?.email ? { name: displayNameOf(person), address: person.email } : null;
}
