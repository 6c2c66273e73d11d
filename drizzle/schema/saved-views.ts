import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { id, instant } from "./column";
import { persons } from "./people";

/** How somebody likes to see a list: filters, order and columns under a name. */
export const savedViews = sqliteTable(
  "saved_views",
  {
    id: id(),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    /** The list's name. */
    list: text("list").notNull(),
    name: text("name").notNull(),
    /** The address's query. */
    query: text("query").notNull(),
    /** Whether the list opens with it. */
    first: integer("first", { mode: "boolean" }).notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (t) => [
    uniqueIndex("saved_views_name").on(t.personId, t.list, t.name),
    uniqueIndex("saved_views_first")
      .on(t.personId, t.list)
      .where(sql`${t.first} = 1`),
  ],
);
