import { sql } from "drizzle-orm";
import { blob, check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { LIVE_STATUSES, REGISTRATION_STATUSES, type RegistrationStatus } from "../../app/registration/seats/status";
import type { Mailbox } from "../../app/platform/mail/mailbox";
import { offerings } from "./catalog";
import { courseQuestions } from "./course-terms";
import { id, instant, oneOf, whereOneOf } from "./column";
import { persons } from "./people";

/** One person's place in an offering. Triggers refuse more seats than the capacity (R2). */
export const registrations = sqliteTable(
  "registrations",
  {
    id: id(),
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    status: text("status", { enum: REGISTRATION_STATUSES }).notNull(),
    /** Counts up per offering, given in the transaction that inserts the row: the waitlist's order (R1). */
    arrival: integer("arrival").notNull().default(0),
    offerExpiresAt: instant("offer_expires_at"),
    /** Until when the seat of a request is held for a supervisor's answer. */
    requestExpiresAt: instant("request_expires_at"),
    /** When the person was last told of new dates, and when they said that those suit them. */
    moveToldAt: instant("move_told_at"),
    moveConfirmedAt: instant("move_confirmed_at"),
    /**
     * Who invited the person, and so who organizes the entries in their calendar for as long as these exist; null for
     * one who was never invited, or before invitations named a contact: then it is the mailbox that mail comes from.
     */
    organizer: text("organizer", { mode: "json" }).$type<Mailbox>(),
    /**
     * The sessions for which the person was invited by one entry that repeats, each with when it began then: by that, calendars
     * know it when it moves. Null for one who was invited to each by itself.
     */
    calendarSeries: text("calendar_series", { mode: "json" }).$type<Record<string, number>>(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    oneOf("registrations_status", t.status, REGISTRATION_STATUSES),
    check("registrations_offer", sql`(${t.status} = 'offered') = (${t.offerExpiresAt} is not null)`),
    uniqueIndex("registrations_live").on(t.offeringId, t.personId).where(whereOneOf(t.status, LIVE_STATUSES)),
    index("registrations_offering").on(t.offeringId, t.status),
    // With their offerings: whether somebody comes to some of these is answered by the index alone.
    index("registrations_person").on(t.personId, t.status, t.offeringId),
    uniqueIndex("registrations_arrival").on(t.offeringId, t.arrival),
    index("registrations_expiry")
      .on(t.offerExpiresAt)
      .where(sql`${t.status} = 'offered'`),
    index("registrations_request_expiry")
      .on(t.requestExpiresAt)
      .where(sql`${t.status} = 'requested'`),
  ],
);

/** What a person answered to a question of the course, with the registration that they answered it for. */
export const registrationAnswers = sqliteTable(
  "registration_answers",
  {
    registrationId: text("registration_id")
      .notNull()
      .references(() => registrations.id),
    questionId: text("question_id")
      .notNull()
      .references(() => courseQuestions.id),
    answer: text("answer").notNull(),
  },
  (t) => [primaryKey({ columns: [t.registrationId, t.questionId] })],
);

/** A supervisor's approval that a registration waits for, and what they answered. The id is in no link. */
export const supervisorRequests = sqliteTable(
  "supervisor_requests",
  {
    id: id(),
    registrationId: text("registration_id")
      .notNull()
      .unique()
      .references(() => registrations.id),
    supervisorEmail: text("supervisor_email").notNull(),
    /** SHA-256 of the secret in the link. */
    secretHash: text("secret_hash").notNull().unique(),
    createdAt: instant("created_at").notNull(),
    decidedAt: instant("decided_at"),
    approved: integer("approved", { mode: "boolean" }),
    note: text("note"),
  },
  (t) => [check("supervisor_requests_decided", sql`(${t.decidedAt} is null) = (${t.approved} is null)`)],
);

/** What staff wrote to the people of an offering. The messages themselves are in the outbox. */
export const offeringMessages = sqliteTable(
  "offering_messages",
  {
    id: id(),
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id),
    senderId: text("sender_id")
      .notNull()
      .references(() => persons.id),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    statuses: text("statuses", { mode: "json" }).$type<RegistrationStatus[]>().notNull(),
    recipients: integer("recipients").notNull(),
    sentAt: instant("sent_at").notNull(),
    /** From the form: pressing twice sends once. */
    nonce: text("nonce").notNull().unique(),
  },
  (t) => [index("offering_messages_offering").on(t.offeringId)],
);

/** The address of a person's calendar feed. Its secret is found by its digest, and kept sealed so that the person can see it again. */
export const calendarFeeds = sqliteTable("calendar_feeds", {
  personId: text("person_id")
    .primaryKey()
    .references(() => persons.id),
  /** In clear, as earlier versions wrote it; the next start seals it. */
  secret: text("secret").unique(),
  /** SHA-256, hex. */
  secretHash: text("secret_hash").unique(),
  /** Sealed with SIGNING_SECRET. */
  sealedSecret: blob("sealed_secret", { mode: "buffer" }),
  createdAt: instant("created_at").notNull(),
});

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
