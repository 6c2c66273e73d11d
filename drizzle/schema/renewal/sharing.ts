import { index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant } from "../column";
import { organisations, persons } from "../people";

/** To which organization's HR somebody shows what their renewal takes, by their own wish (P2). The audit log keeps when each began and ended. */
export const renewalShares = sqliteTable(
  "renewal_shares",
  {
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    sharedAt: instant("shared_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.organisationId] }),
    index("renewal_shares_organisation").on(t.organisationId, t.personId),
  ],
);
