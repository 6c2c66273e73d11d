import { desc, eq } from "drizzle-orm";
import { auditEntries, auditEntryPersons } from "#drizzle/schema/platform";
import type { Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { insertRows } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";

export interface AuditInput {
  /** `subject.verb`, for example `registration.created`. */
  action: string;
  subjectId: string;
  /** Whose record it is, where it is a person's. */
  personId?: string | null;
  /** Everybody whose records it gives out, where that is several people. */
  personIds?: readonly string[];
  detail?: Record<string, unknown>;
}

/** Appends to the audit log, in the transaction of the change that it tells of. Readings: `recordReading` (P5). */
export function recordAudit(tx: Transaction, ctx: Context, input: AuditInput): void {
  const row = auditRow(ctx, input);
  tx.insert(auditEntries).values(row).run();
  if (input.personIds) insertAuditPersons(tx, [{ entryId: row.id, personIds: input.personIds }]);
}

/** The same for many changes of one kind, none of which gives several people's records out. */
export function recordAudits(tx: Transaction, ctx: Context, inputs: readonly Omit<AuditInput, "personIds">[]): void {
  const rows = inputs.map((input) => auditRow(ctx, input));
  insertRows(tx, auditEntries, rows);
}

const MOST_ROWS_AT_ONCE = 5_000;

/** Names the people of entries, each once. */
export function insertAuditPersons(
  tx: Transaction,
  entries: { entryId: string; personIds: readonly string[] }[],
): void {
  const rows = entries.flatMap(({ entryId, personIds }) =>
    [...new Set(personIds)].map((personId) => ({ personId, entryId })),
  );
  for (let at = 0; at < rows.length; at += MOST_ROWS_AT_ONCE) {
    tx.insert(auditEntryPersons)
      .values(rows.slice(at, at + MOST_ROWS_AT_ONCE))
      .run();
  }
}

/** The row of an entry that is made now. */
export function auditRow(ctx: Context, { action, subjectId, personId, detail }: AuditInput) {
  return {
    id: newId(),
    at: ctx.now,
    actorId: ctx.actor?.personId ?? null,
    action,
    subjectId,
    personId: personId ?? null,
    detail: detail ?? {},
    address: ctx.address,
    requestId: ctx.requestId,
  };
}

/** The audit entries of one subject, newest first. */
export function listAudit(db: Reader, subjectId: string) {
  return db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, subjectId))
    .orderBy(desc(auditEntries.id))
    .all();
}
