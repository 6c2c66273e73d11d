import { and, eq, isNull, or } from "drizzle-orm";
import { grants } from "#drizzle/schema/grants";
import { persons } from "#drizzle/schema/people";
import type { Reader } from "~/platform/database/database.server";
import type { GrantRole } from "./role";
import { NAMED } from "~/people/persons/person-names.server";

/** Whoever holds a role now, for a provider or an organization, as messages address them. Asks nobody for permission. */
export const listHolders = (db: Reader, role: GrantRole, scopeId: string) =>
  db
    .select({
      ...NAMED,
      email: persons.email,
    })
    .from(grants)
    .innerJoin(persons, eq(persons.id, grants.personId))
    .where(
      and(
        eq(grants.role, role),
        or(eq(grants.providerId, scopeId), eq(grants.organisationId, scopeId)),
        isNull(grants.revokedAt),
      ),
    )
    .all();
