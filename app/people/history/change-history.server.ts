import { and, desc, eq, inArray } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import { actorNameOf } from "~/people/persons/name";
import type { Changes } from "~/platform/audit/changes";
import type { Reader } from "~/platform/database/database.server";
import { type ChangeEvent, type ChangeWords, wordsOfChange } from "./change-words";

/** More than any entry is expected to have. */
const MOST = 1_000;

/** What happened to an entry, newest first: from the audit log, with who did it and old and new values. */
export function listChangeHistory(db: Reader, subjectId: string, words: ChangeWords): ChangeEvent[] {
  return db
    .select({ entry: auditEntries, actor: persons })
    .from(auditEntries)
    .leftJoin(persons, eq(persons.id, auditEntries.actorId))
    .where(and(eq(auditEntries.subjectId, subjectId), inArray(auditEntries.action, [...words.actions.keys()])))
    .orderBy(desc(auditEntries.id))
    .limit(MOST)
    .all()
    .map(({ entry, actor }) => ({
      id: entry.id,
      at: entry.at,
      who: actorNameOf(actor, entry.detail),
      what: wordsOfChange(words, entry.action, (entry.detail.changes ?? {}) as Changes),
    }));
}
