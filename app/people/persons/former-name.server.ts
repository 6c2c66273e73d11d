import { asc, eq } from "drizzle-orm";
import { formerNames } from "#drizzle/schema/people";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";

/** The names that a person's earlier records may bear, oldest first. */
export function listFormerNames(db: Reader, personId: string): string[] {
  return db
    .select({ name: formerNames.name })
    .from(formerNames)
    .where(eq(formerNames.personId, personId))
    .orderBy(asc(formerNames.id))
    .all()
    .map((row) => row.name);
}

/** Keeps a name that earlier records bear; one that is there stays once. */
export function insertFormerName(tx: Transaction, ctx: Context, personId: string, name: string): void {
  tx.insert(formerNames).values({ id: newId(), personId, name, recordedAt: ctx.now }).onConflictDoNothing().run();
  recordAudit(tx, ctx, { action: "former-name.added", subjectId: personId, personId });
}
