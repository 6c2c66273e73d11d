import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { offerings, sessions } from "../catalog";
import { id, instant } from "../column";
import { persons } from "../people";

/** A browser at the door of one session, in which nobody is signed in: people mark themselves in and out there. */
export const kiosks = sqliteTable(
  "kiosks",
  {
    id: id(),
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id),
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    /** In whose name its marks stand, and on whose right. */
    startedBy: text("started_by")
      .notNull()
      .references(() => persons.id),
    startedAt: instant("started_at").notNull(),
    /** From then on it marks nobody, whether somebody ended it or not. */
    endsAt: instant("ends_at").notNull(),
    /** SHA-256 of what the browser's cookie holds, hex. */
    tokenDigest: text("token_digest").notNull().unique(),
    /** argon2id of the PIN. */
    pinDigest: text("pin_digest").notNull(),
    /** Tries of the PIN since the last block, or the start. */
    wrongPins: integer("wrong_pins").notNull().default(0),
    blockedUntil: instant("blocked_until"),
    endedAt: instant("ended_at"),
    /** Null where it was ended on the tablet, by its PIN. */
    endedBy: text("ended_by").references(() => persons.id),
  },
  (t) => [
    check("kiosks_ended", sql`${t.endedBy} is null or ${t.endedAt} is not null`),
    index("kiosks_session").on(t.sessionId),
  ],
);
