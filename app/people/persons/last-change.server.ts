import { desc, eq } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import type { Change } from "~/platform/http/stale-form";
import type { Reader } from "~/platform/database/database.server";
import { displayNameOf } from "./name";

/** Who changed something last, and when; null where the audit log holds nothing of it. */
export function findLastChange(db: Reader, subjectId: string): Change | null {
  const row = db
    .select({ at: auditEntries.at, actor: persons })
    .from(auditEntries)
    .leftJoin(persons, eq(persons.id, auditEntries.actorId))
    .where(eq(auditEntries.subjectId, subjectId))
    .orderBy(desc(auditEntries.id))
    .limit(1)
    .get();
  return row ? { by: row.actor ? displayNameOf(row.actor) : "Hourbook itself", at: row.at } : null;
}
