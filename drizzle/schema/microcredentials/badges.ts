import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { BadgeParameters } from "../../../app/microcredentials/badges/badge";
import { id, instant } from "../column";
import { persons } from "../people";
import { providers } from "../providers";
import { awards } from "./awards";

/** M3: the portable credential of an award. A newer one replaces it; what was signed once is never changed or taken away. */
export const badges = sqliteTable(
  "badges",
  {
    id: id(),
    awardId: text("award_id")
      .notNull()
      .references(() => awards.id),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    /** Unguessable: whoever has the file has it. */
    code: text("code").notNull().unique(),
    /** Its place in the provider's status lists, drawn so that it says nothing about when it was made. */
    statusList: integer("status_list").notNull(),
    statusIndex: integer("status_index").notNull(),
    parameters: text("parameters", { mode: "json" }).$type<BadgeParameters>().notNull(),
    madeAt: instant("made_at").notNull(),
    madeBy: text("made_by").references(() => persons.id),
    /** Why it took the place of another; null for the first. */
    reason: text("reason"),
    /** The credential as it was signed, character by character; null until then. */
    credential: text("credential"),
    signedAt: instant("signed_at"),
    replacedAt: instant("replaced_at"),
  },
  (t) => [
    check("badges_signed", sql`(${t.credential} is null) = (${t.signedAt} is null)`),
    check("badges_status_index", sql`${t.statusIndex} >= 0 and ${t.statusList} >= 1`),
    uniqueIndex("badges_status").on(t.providerId, t.statusList, t.statusIndex),
    uniqueIndex("badges_one_current")
      .on(t.awardId)
      .where(sql`${t.replacedAt} is null`),
    index("badges_unsigned")
      .on(t.madeAt)
      .where(sql`${t.credential} is null`),
    index("badges_award").on(t.awardId, t.madeAt),
  ],
);

/** The public page of an award: there only while its holder turns it on, with the evidence that they chose. */
export const awardPages = sqliteTable("award_pages", {
  awardId: text("award_id")
    .primaryKey()
    .references(() => awards.id),
  /** Stays the same when the page is turned off and on again. */
  code: text("code").notNull().unique(),
  isPublic: integer("is_public", { mode: "boolean" }).notNull(),
  /** Keys of the parts whose texts and links are shown. */
  shown: text("shown", { mode: "json" }).$type<string[]>().notNull(),
  /** Ids of the files that can be opened there. */
  shownFiles: text("shown_files", { mode: "json" }).$type<string[]>().notNull(),
  /** Whether the badge itself names the parts that are shown. */
  inBadge: integer("in_badge", { mode: "boolean" }).notNull(),
  revision: integer("revision").notNull(),
  changedAt: instant("changed_at").notNull(),
});
