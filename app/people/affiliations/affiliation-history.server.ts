import { asc, eq, inArray } from "drizzle-orm";
import { organisations, persons } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import type { ChangeEvent } from "~/people/history/change-words";
import { displayNameOf } from "~/people/persons/name";
import type { Changes } from "~/platform/audit/changes";
import type { Reader } from "~/platform/database/database.server";
import { wordsOfEvent } from "./affiliation-history";

/** What happened to an affiliation, oldest first, from the audit log: who, what, and old and new values in words. */
export function listAffiliationHistory(db: Reader, affiliationId: string): ChangeEvent[] {
  const rows = db
    .select({ entry: auditEntries, actor: persons })
    .from(auditEntries)
    .leftJoin(persons, eq(persons.id, auditEntries.actorId))
    .where(eq(auditEntries.subjectId, affiliationId))
    .orderBy(asc(auditEntries.id))
    .all();
  const changesOf = (detail: Record<string, unknown>) => (detail.changes ?? {}) as Changes;
  const named = rows.flatMap(({ entry }) => changesOf(entry.detail).organisationId ?? []).map(String);
  const names = new Map(
    db
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(inArray(organisations.id, named))
      .all()
      .map(({ id, name }) => [id, name]),
  );
  return rows.map(({ entry, actor }) => ({
    id: entry.id,
    at: entry.at,
    who: actor ? displayNameOf(actor) : "Hourbook itself",
    what: wordsOfEvent(entry.action, changesOf(entry.detail), names),
  }));
}
