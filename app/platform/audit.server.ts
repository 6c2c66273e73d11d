import { desc, eq } from "drizzle-orm";
import { auditEntries } from "#drizzle/schema/platform";
import type { Context } from "./context";
import type { Reader } from "./database.server";
import { newId } from "./ids";

export interface AuditInput {
  /** `subject.verb`, for example `registration.created`. */
  action: string;
  subjectId: string;
  /** Whose record it is, where it is a person's. */
  personId?: string | null;
  detail?: Record<string, unknown>;
}

/** Appends to the audit log, in the transaction of the change or read that it tells of (P5). */
export function recordAudit(tx: Reader, ctx: Context, input: AuditInput): void {
  tx.insert(auditEntries)
    .values({
      id: newId(),
      at: ctx.now,
      actorId: ctx.actor?.personId ?? null,
      action: input.action,
      subjectId: input.subjectId,
      personId: input.personId ?? null,
      detail: input.detail ?? {},
      address: ctx.address,
      requestId: ctx.requestId,
    })
    .run();
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
