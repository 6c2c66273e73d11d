import { desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { persons } from "#drizzle/schema/people";
import { auditEntries, auditEntryPersons } from "#drizzle/schema/platform";
import type { Reader } from "~/platform/database/database.server";
import { actorNameOf } from "./name";
import { wordsOfReading } from "./reading-words";

const MOST = 100;
const readers = alias(persons, "readers");

/** One look at a person's record. */
export interface SeenBy {
  id: string;
  /** Epoch milliseconds. */
  at: number;
  readerName: string;
  /** What was looked at, in words. */
  what: string;
}

/** Who looked at this person's records, newest first (P5): one statement, by an index. */
export function listReaders(db: Reader, personId: string): SeenBy[] {
  return db
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      action: auditEntries.action,
      detail: auditEntries.detail,
      reader: readers,
    })
    .from(auditEntryPersons)
    .innerJoin(auditEntries, eq(auditEntries.id, auditEntryPersons.entryId))
    .leftJoin(readers, eq(readers.id, auditEntries.actorId))
    .where(eq(auditEntryPersons.personId, personId))
    .orderBy(desc(auditEntryPersons.entryId))
    .limit(MOST)
    .all()
    .map(({ id, at, action, detail, reader }) => ({
      id,
      at,
      readerName: actorNameOf(reader, detail),
      what: wordsOfReading(action),
    }));
}
