import { sql } from "drizzle-orm";
import { check, index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { LIVE_STATUSES, REGISTRATION_STATUSES } from "../../app/registration/status";
import { offerings } from "./catalog";
import { id, instant, oneOf, whereOneOf } from "./column";
import { persons } from "./people";

/** One person's place in an offering. Triggers refuse more seats than the capacity (R2). */
export const registrations = sqliteTable(
  "registrations",
  {
    /** UUIDv7, so that ids sort by arrival: the waitlist's order (R1). */
    id: id(),
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    status: text("status", { enum: REGISTRATION_STATUSES }).notNull(),
    offerExpiresAt: instant("offer_expires_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    oneOf("registrations_status", t.status, REGISTRATION_STATUSES),
    check("registrations_offer", sql`(${t.status} = 'offered') = (${t.offerExpiresAt} is not null)`),
    uniqueIndex("registrations_live").on(t.offeringId, t.personId).where(whereOneOf(t.status, LIVE_STATUSES)),
    index("registrations_offering").on(t.offeringId, t.status),
    index("registrations_person").on(t.personId, t.status),
    index("registrations_expiry")
      .on(t.offerExpiresAt)
      .where(sql`${t.status} = 'offered'`),
  ],
);

/** R7: each change is an appended row; triggers refuse UPDATE and DELETE. */
export const registrationChanges = sqliteTable(
  "registration_changes",
  {
    id: id(),
    registrationId: text("registration_id")
      .notNull()
      .references(() => registrations.id),
    fromStatus: text("from_status", { enum: REGISTRATION_STATUSES }),
    toStatus: text("to_status", { enum: REGISTRATION_STATUSES }).notNull(),
    at: instant("at").notNull(),
    /** Null for the system itself, for example an offer that lapsed. */
    actorId: text("actor_id").references(() => persons.id),
    reason: text("reason"),
  },
  (t) => [
    oneOf("registration_changes_to", t.toStatus, REGISTRATION_STATUSES),
    index("registration_changes_registration").on(t.registrationId),
  ],
);
