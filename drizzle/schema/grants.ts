import { sql } from "drizzle-orm";
import { check, index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { GRANT_ROLES } from "../../app/people/roles/role";
import { offerings } from "./catalog";
import { id, instant, oneOf } from "./column";
import { organisations, persons } from "./people";
import { providers } from "./providers";

export const grants = sqliteTable(
  "grants",
  {
    id: id(),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    role: text("role", { enum: GRANT_ROLES }).notNull(),
    providerId: text("provider_id").references(() => providers.id),
    offeringId: text("offering_id").references(() => offerings.id),
    organisationId: text("organisation_id").references(() => organisations.id),
    grantedBy: text("granted_by").references(() => persons.id),
    grantedAt: instant("granted_at").notNull(),
    revokedBy: text("revoked_by").references(() => persons.id),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    oneOf("grants_role", t.role, GRANT_ROLES),
    // Each role names exactly the one parent it is granted for (P2).
    check(
      "grants_scope",
      sql`(${t.providerId} is not null) = (${t.role} in ('coordinator', 'registrar', 'assessor'))
        and (${t.offeringId} is not null) = (${t.role} = 'facilitator')
        and (${t.organisationId} is not null) = (${t.role} = 'hr')`,
    ),
    index("grants_person").on(t.personId),
  ],
);
