import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { offerings } from "../catalog";
import { instant } from "../column";

/** A session that was taken out of its offering: links to it stand in mails and calendars, and lead to what became of it. */
export const removedSessions = sqliteTable(
  "removed_sessions",
  {
    sessionId: text("session_id").primaryKey(),
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id, { onDelete: "cascade" }),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    timeZone: text("time_zone").notNull(),
  },
  (t) => [index("removed_sessions_offering").on(t.offeringId)],
);
