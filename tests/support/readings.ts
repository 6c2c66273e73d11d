import { eq } from "drizzle-orm";
import { auditEntries, auditEntryPersons } from "#drizzle/schema/platform";
import type { Database } from "~/platform/database/database.server";
import { flushReadings } from "~/platform/audit/reading-log.server";

/** The readings of a kind in the audit log: who looked at what, and whose records it showed. */
export function readingsOf(db: Database, action: string) {
  flushReadings();
  return db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, action))
    .orderBy(auditEntries.id)
    .all()
    .map(({ id, actorId, subjectId }) => ({
      actorId,
      subjectId,
      personIds: db
        .select()
        .from(auditEntryPersons)
        .where(eq(auditEntryPersons.entryId, id))
        .all()
        .map(({ personId }) => personId)
        .sort(),
    }));
}
