import { sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { OfferingDraft } from "../../app/catalog/offerings/offering-draft";
import { type CourseTemplate, TEMPLATE_KINDS } from "../../app/catalog/templates/template-kind";
import { id, instant, oneOf } from "./column";
import { persons } from "./people";
import { providers } from "./providers";

/** How a provider plans something again and again: what the form of a new offering or course begins with. */
export const planTemplates = sqliteTable(
  "plan_templates",
  {
    id: id(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    kind: text("kind", { enum: TEMPLATE_KINDS }).notNull(),
    name: text("name").notNull(),
    /** As the form shows it; the dates of an offering say only which weekdays and how far apart. */
    draft: text("draft", { mode: "json" }).$type<OfferingDraft | CourseTemplate>().notNull(),
    keptBy: text("kept_by")
      .notNull()
      .references(() => persons.id),
    keptAt: instant("kept_at").notNull(),
  },
  (t) => [
    oneOf("plan_templates_kind", t.kind, TEMPLATE_KINDS),
    uniqueIndex("plan_templates_name").on(t.providerId, t.kind, t.name),
  ],
);
