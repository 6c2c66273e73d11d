import { sql } from "drizzle-orm";
import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, instant } from "./column";
import { providers } from "./providers";

/** Places that the form of an offering proposes. Offerings keep the words that they were saved with. */
export const places = sqliteTable("places", {
  id: id(),
  name: text("name").notNull().unique(),
  address: text("address"),
  /** How to get there, and in: shown with offerings at this place. */
  directions: text("directions"),
  /** Where a map of it is; without one, the address is searched for on a public map. */
  mapLink: text("map_link"),
  /** How many people it holds, as a hint. */
  capacity: integer("capacity"),
  /** From when it is proposed no more. */
  retiredAt: instant("retired_at"),
});

/** Who teaches for a provider, as the form of an offering proposes them. Offerings keep the words that they were saved with. */
export const instructorEntries = sqliteTable(
  "instructor_entries",
  {
    id: id(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    name: text("name").notNull(),
    /** Of their account, by which they can take attendance; null for a guest. */
    email: text("email"),
    qualifications: text("qualifications"),
    /** From when they are proposed no more. */
    retiredAt: instant("retired_at"),
  },
  (t) => [uniqueIndex("instructor_entries_name").on(t.providerId, sql`${t.name} collate nocase`)],
);
