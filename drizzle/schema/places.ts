import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "./column";

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
