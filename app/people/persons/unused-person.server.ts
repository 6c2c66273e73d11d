import { eq } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { isAddressTaken } from "~/people/accounts/account.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { deleteUnused } from "~/platform/database/unused.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";

/** Who is entered by a list. */
export interface EnteredPerson {
  legalFirst: string;
  legalLast: string;
  email: string | null;
  certificateNumber: string | null;
}

/** Enters somebody whom a list names, without an account and without a mail (R8). Returns the id. */
export function enterPerson(tx: Transaction, ctx: Context, person: EnteredPerson): Outcome<string, "address-taken"> {
  if (person.email !== null && isAddressTaken(tx, person.email)) return refuse("address-taken");
  const id = newId();
  tx.insert(persons)
    .values({ id, ...person, createdAt: ctx.now, updatedAt: ctx.now })
    .run();
  recordAudit(tx, ctx, { action: "person.added", subjectId: id, personId: id });
  return ok(id);
}

/** Takes back a record that was entered by mistake, unless anything has come to refer to it since. */
export function removeUnusedPerson(tx: Transaction, ctx: Context, personId: string): boolean {
  const gone = deleteUnused(tx.delete(persons).where(eq(persons.id, personId)));
  if (gone) recordAudit(tx, ctx, { action: "person.removed", subjectId: personId, personId });
  return gone;
}
