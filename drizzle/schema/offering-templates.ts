import { sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { OfferingDraft } from "../../app/catalog/offerings/offering-draft";
import { id, instant } from "./column";
import { persons } from "./people";
import { providers } from "./providers";

/** How a provider runs something again and again: what the form of a new offering begins with. */
export const offeringTemplates = sqliteTable(
  "offering_templates",
  {
    id: id(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    name: text("name").notNull(),
    /** As the form shows it; its dates say only which weekdays and how far apart. */
    draft: text("draft", { mode: "json" }).$type<OfferingDraft>().notNull(),
    keptBy: text("kept_by")
      .notNull()
      .references(() => persons.id),
    keptAt: instant("kept_at").notNull(),
  },
  (t) => [uniqueIndex("offering_templates_name").on(t.providerId, t.name)],
);
