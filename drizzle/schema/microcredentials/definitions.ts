import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { type Definition, MICROCREDENTIAL_STATES } from "../../../app/microcredentials/definitions/definition";
import { programAreas } from "../catalog";
import { id, instant, oneOf } from "../column";
import { persons } from "../people";
import { providers } from "../providers";

/** One competency that a provider recognises on evidence (M1). What it says stands in its versions. */
export const microcredentials = sqliteTable(
  "microcredentials",
  {
    id: id(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    programArea: text("program_area")
      .notNull()
      .references(() => programAreas.code),
    /** As the newest version says it, for lists and searches. */
    title: text("title").notNull(),
    state: text("state", { enum: MICROCREDENTIAL_STATES }).notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    oneOf("microcredentials_state", t.state, MICROCREDENTIAL_STATES),
    index("microcredentials_provider").on(t.providerId, t.state),
  ],
);

/** What a micro-credential says. A published version is frozen; work that began under it ends under it. */
export const microcredentialVersions = sqliteTable(
  "microcredential_versions",
  {
    id: id(),
    microcredentialId: text("microcredential_id")
      .notNull()
      .references(() => microcredentials.id),
    number: integer("number").notNull(),
    definition: text("definition", { mode: "json" }).$type<Definition>().notNull(),
    savedAt: instant("saved_at").notNull(),
    savedBy: text("saved_by")
      .notNull()
      .references(() => persons.id),
    publishedAt: instant("published_at"),
    publishedBy: text("published_by").references(() => persons.id),
    /** Since when another version has taken its place. */
    replacedAt: instant("replaced_at"),
  },
  (t) => [
    check("microcredential_versions_number", sql`${t.number} >= 1`),
    uniqueIndex("microcredential_versions_number_once").on(t.microcredentialId, t.number),
    uniqueIndex("microcredential_versions_one_draft")
      .on(t.microcredentialId)
      .where(sql`${t.publishedAt} is null`),
    uniqueIndex("microcredential_versions_one_active")
      .on(t.microcredentialId)
      .where(sql`${t.publishedAt} is not null and ${t.replacedAt} is null`),
  ],
);
