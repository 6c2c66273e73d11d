import { count, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { persons } from "#drizzle/schema/people";
import { auditEntries, auditEntryPersons } from "#drizzle/schema/platform";
import type { Reader } from "~/platform/database/database.server";
import type { Newest } from "~/platform/database/newest.server";
import { countOf } from "~/platform/database/rows.server";
import { actorNameOf } from "./name";
import { wordsOfReading } from "./reading-words";

const NEWEST = 100;
const MOST = 2_000;
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

/**
 * Who looked at this person's records, newest first (P5), and how often that was: two statements, by an index.
 * @param all more of them than the newest hundred
 */
export function listReaders(db: Reader, personId: string, all = false): Newest<SeenBy> {
  const ofPerson = eq(auditEntryPersons.personId, personId);
  const rows = db
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
    .where(ofPerson)
    .orderBy(desc(auditEntryPersons.entryId))
    .limit(all ? MOST : NEWEST)
    .all()
    .map(({ id, at, action, detail, reader }) => ({
      id,
      at,
      readerName: actorNameOf(reader, detail),
      what: wordsOfReading(action),
    }));
  return { rows, total: countOf(db.select({ count: count() }).from(auditEntryPersons).where(ofPerson)) };
}
