import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { formerNames, persons } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { type FormerNameIntent, type FormerNameRefusal, isSameName, MENDED_WITHIN_MS } from "./former-name";
import { legalNameOf } from "~/people/persons/name";
import { findPerson, type Person } from "~/people/persons/person.server";

export type FormerName = typeof formerNames.$inferSelect;

/** The rows of people's former names, oldest first, without a name that its person has now. */
export function listFormerNameRows(db: Reader, where: SQL | undefined): FormerName[] {
  return (
    db
      .select({ former: formerNames, first: persons.legalFirst, last: persons.legalLast })
      .from(formerNames)
      .innerJoin(persons, eq(persons.id, formerNames.personId))
      .where(where)
      // Theirs alone are sorted: by the index of ids, those of everybody would be read.
      .orderBy(sql`+${formerNames.id}`)
      .all()
      .filter(
        ({ former, first, last }) => !isSameName(former.name, legalNameOf({ legalFirst: first, legalLast: last })),
      )
      .map(({ former }) => former)
  );
}

const isOf = (personId: string) => eq(formerNames.personId, personId);

/** The names that a person's earlier records may bear, oldest first, for the staff who look for these. */
export const listFormerNames = (db: Reader, personId: string): string[] =>
  listFormerNameRows(db, isOf(personId)).map(({ name }) => name);

/** The same without what the person withdrew from public view: for documents. */
export const listShownFormerNames = (db: Reader, personId: string): string[] =>
  listFormerNameRows(db, isOf(personId))
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ name }) => name);

/** Of names on a document that was issued, those that the public is still shown. */
export function stillShown(db: Reader, personId: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const hidden = listFormerNameRows(db, isOf(personId)).filter(({ withdrawnAt }) => withdrawnAt !== null);
  return names.filter((name) => !hidden.some((row) => isSameName(row.name, name)));
}

/**
 * Keeps the legal name that somebody had, which earlier records bear. One that stood for less than a day was a mistake that
 * is mended, and one that differs from the new name in capitals or spaces alone is no other name: neither is kept.
 */
export function keepEarlierName(tx: Transaction, ctx: Context, before: Person, after: string): void {
  const earlier = legalNameOf(before);
  if (isSameName(earlier, after) || ctx.now - namedAt(tx, before) < MENDED_WITHIN_MS) return;
  insertFormerName(tx, ctx, { personId: before.id, name: earlier, isTyped: false });
}

/** Since when a person has their legal name, by the audit log; at the earliest since they were entered. */
function namedAt(tx: Transaction, { id, createdAt }: Person): number {
  const changesName = sql`(json_extract(${auditEntries.detail}, '$.changes.legalFirst') is not null
    or json_extract(${auditEntries.detail}, '$.changes.legalLast') is not null)`;
  const last = tx
    .select({ at: auditEntries.at })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.subjectId, id),
        inArray(auditEntries.action, ["person.updated", "person.name-corrected"]),
        changesName,
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(1)
    .get();
  return last?.at ?? createdAt;
}

/** Adds a former name to the actor's own; one that is there stays once. */
export function addFormerName(ctx: ActorContext, name: string): Outcome<null, FormerNameRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const { personId } = ctx.actor;
    const person = findPerson(tx, personId);
    if (person && isSameName(name, legalNameOf(person))) return refuse("current-name");
    insertFormerName(tx, ctx, { personId, name, isTyped: true });
    return ok(null);
  });
}

/** Withdraws a former name of the actor from public view, shows it again, or takes off one that they typed. */
export function changeFormerName(
  ctx: ActorContext,
  { intent, formerNameId }: { intent: FormerNameIntent; formerNameId: string },
): Outcome<null, FormerNameRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const { personId } = ctx.actor;
    const mine = and(eq(formerNames.id, formerNameId), eq(formerNames.personId, personId));
    const row = tx.select().from(formerNames).where(mine).get();
    if (!row) return refuse("unknown-name");
    if (intent === "remove-former-name" && !row.isTyped) return refuse("was-legal-name");
    if (intent === "remove-former-name") tx.delete(formerNames).where(mine).run();
    else {
      const withdrawnAt = intent === "withdraw-former-name" ? (row.withdrawnAt ?? ctx.now) : null;
      tx.update(formerNames).set({ withdrawnAt }).where(mine).run();
    }
    recordAudit(tx, ctx, { action: DONE[intent], subjectId: personId, personId });
    return ok(null);
  });
}

const DONE: Record<FormerNameIntent, string> = {
  "withdraw-former-name": "former-name.withdrawn",
  "show-former-name": "former-name.shown",
  "remove-former-name": "former-name.removed",
};

function insertFormerName(tx: Transaction, ctx: Context, row: Pick<FormerName, "personId" | "name" | "isTyped">): void {
  const { personId } = row;
  tx.insert(formerNames)
    .values({ id: newId(), ...row, recordedAt: ctx.now })
    .onConflictDoNothing()
    .run();
  recordAudit(tx, ctx, { action: "former-name.added", subjectId: personId, personId });
}
