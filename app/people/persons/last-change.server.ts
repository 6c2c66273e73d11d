import { and, desc, eq, inArray } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import type { Change } from "~/platform/http/stale-form";
import type { Reader } from "~/platform/database/database.server";
import { actorNameOf } from "./name";

/**
 * Who changed something last, and when; null where the audit log holds nothing of it.
 * @param actions what counts as a change, where the log holds more about the same thing
 */
export function findLastChange(db: Reader, subjectId: string, actions?: readonly string[]): Change | null {
  const row = db
    .select({ at: auditEntries.at, actor: persons })
    .from(auditEntries)
    .leftJoin(persons, eq(persons.id, auditEntries.actorId))
    .where(and(eq(auditEntries.subjectId, subjectId), actions && inArray(auditEntries.action, [...actions])))
    .orderBy(desc(auditEntries.id))
    .limit(1)
    .get();
  return row ? { by: actorNameOf(row.actor), at: row.at } : null;
}
