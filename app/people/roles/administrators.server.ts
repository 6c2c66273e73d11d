import { and, asc, eq, isNull } from "drizzle-orm";
import { accounts, persons } from "#drizzle/schema/people";
import { grants } from "#drizzle/schema/grants";
import { displayNameOf } from "~/people/persons/name";
import type { Reader } from "~/platform/database/database.server";
import type { Mailbox } from "~/platform/mail/mailbox";

/** The mailboxes of the administrators whom nobody keeps from signing in. */
export function listAdministrators(db: Reader): Mailbox[] {
  const open = and(eq(accounts.personId, grants.personId), isNull(accounts.lockedAt), isNull(accounts.closedAt));
  return db
    .select({ person: persons, address: accounts.email })
    .from(grants)
    .innerJoin(accounts, open)
    .innerJoin(persons, eq(persons.id, grants.personId))
    .where(and(eq(grants.role, "admin"), isNull(grants.revokedAt)))
    .orderBy(asc(accounts.email))
    .all()
    .map(({ person, address }) => ({ name: displayNameOf(person), address }));
}
