import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { FAULT_SOURCES } from "../../app/platform/mail/address-fault";
import { MAIL_CHOICES, OPTIONAL_CATEGORIES } from "../../app/platform/mail/message-category";
import { MESSAGE_STATES } from "../../app/platform/mail/message-state";
import type { CalendarPart } from "../../app/platform/mail/calendar-part";
import { id, instant, oneOf } from "./column";

/** Who read or changed what, when and from where (P5). Triggers refuse UPDATE and DELETE. */
export const auditEntries = sqliteTable(
  "audit_entries",
  {
    id: id(),
    at: instant("at").notNull(),
    /** Null for the system itself, for example a job. */
    actorId: text("actor_id"),
    action: text("action").notNull(),
    subjectId: text("subject_id").notNull(),
    /** Whose record it is, where it is a person's. */
    personId: text("person_id"),
    detail: text("detail", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    address: text("address"),
    requestId: text("request_id"),
  },
  (t) => [
    index("audit_entries_subject").on(t.subjectId),
    index("audit_entries_person").on(t.personId, t.at),
    index("audit_entries_at").on(t.at),
  ],
);

/** Whose records an entry of the audit log is about, where it is about several people: one row each. Append-only. */
export const auditEntryPersons = sqliteTable(
  "audit_entry_persons",
  {
    personId: text("person_id").notNull(),
    entryId: text("entry_id")
      .notNull()
      .references(() => auditEntries.id),
  },
  (t) => [primaryKey({ columns: [t.personId, t.entryId] })],
);

/** Failed tries of something that can be guessed, or messages that anybody can cause, by what is tried and from where. */
export const attempts = sqliteTable(
  "attempts",
  {
    /** Kind and SHA-256 of the account, address or person: no address stands here in clear. */
    key: text("key").primaryKey(),
    /** Tries within the window that count against the key. */
    count: integer("count").notNull(),
    windowEndsAt: instant("window_ends_at").notNull(),
    /** No try is taken before this; null while none has to wait. */
    blockedUntil: instant("blocked_until"),
  },
  (t) => [index("attempts_window").on(t.windowEndsAt)],
);

/** One row that the readiness check writes, to be sure that writing works. */
export const readiness = sqliteTable("readiness", {
  id: integer("id").primaryKey(),
  checkedAt: instant("checked_at").notNull(),
});

export const outboxMessages = sqliteTable(
  "outbox_messages",
  {
    id: id(),
    kind: text("kind").notNull(),
    /** The row that the message is about. */
    subjectId: text("subject_id").notNull(),
    recipient: text("recipient").notNull(),
    personId: text("person_id"),
    /** Distinguishes two rightful messages of one kind about one row, for example a second offer of a seat. */
    occasion: text("occasion").notNull(),
    payload: text("payload", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    /** Finished iCalendar texts, frozen when the message was written; null for a message without any. */
    calendar: text("calendar", { mode: "json" }).$type<CalendarPart[]>(),
    state: text("state", { enum: MESSAGE_STATES }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    leaseUntil: instant("lease_until"),
    /** The deliverer that holds the lease: only it may record what became of the message. */
    leasedBy: text("leased_by"),
    sentAt: instant("sent_at"),
    lastError: text("last_error"),
    /** Why it is not sent, in words; for a suppressed one. */
    suppressedBecause: text("suppressed_because"),
    /** When it goes out as a line of the person's daily digest; null for a message that is sent by itself. */
    digestDueAt: instant("digest_due_at"),
    /** The digest that it became a line of. */
    digestId: text("digest_id"),
    /** The message that this one repeats by an administrator's wish. */
    resendOf: text("resend_of"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    oneOf("outbox_messages_state", t.state, MESSAGE_STATES),
    uniqueIndex("outbox_messages_once").on(t.kind, t.subjectId, t.recipient, t.occasion),
    index("outbox_messages_due").on(t.state, t.nextAttemptAt),
    index("outbox_messages_created").on(t.createdAt),
    index("outbox_messages_person").on(t.personId, t.createdAt),
  ],
);

export const jobSchedules = sqliteTable("job_schedules", {
  job: text("job").primaryKey(),
  nextRunAt: instant("next_run_at").notNull(),
  lastStartedAt: instant("last_started_at"),
  lastFinishedAt: instant("last_finished_at"),
  lastOutcome: text("last_outcome"),
});

/** A job's runs that did something or failed; the older ones are forgotten. */
export const jobRuns = sqliteTable(
  "job_runs",
  {
    id: id(),
    job: text("job").notNull(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at").notNull(),
    failed: integer("failed", { mode: "boolean" }).notNull(),
    outcome: text("outcome").notNull(),
  },
  (t) => [index("job_runs_job").on(t.job, t.startedAt)],
);

/** Rows that were due and could not be processed: when they are tried again, until they are given up. */
export const dueFaults = sqliteTable(
  "due_faults",
  {
    /** Which loop they belong to, for example `send-reminders`. */
    kind: text("kind").notNull(),
    rowId: text("row_id").notNull(),
    tries: integer("tries").notNull(),
    lastError: text("last_error").notNull(),
    lastTriedAt: instant("last_tried_at").notNull(),
    /** Null once it was given up: an administrator decides. */
    nextTryAt: instant("next_try_at"),
  },
  (t) => [primaryKey({ columns: [t.kind, t.rowId] })],
);

/** How a person wants the messages of a category; without a row, at once. */
export const mailPreferences = sqliteTable(
  "mail_preferences",
  {
    personId: text("person_id").notNull(),
    category: text("category", { enum: OPTIONAL_CATEGORIES }).notNull(),
    choice: text("choice", { enum: MAIL_CHOICES }).notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.category] }),
    oneOf("mail_preferences_category", t.category, OPTIONAL_CATEGORIES),
    oneOf("mail_preferences_choice", t.choice, MAIL_CHOICES),
  ],
);

/** What the link in a message's `List-Unsubscribe` header proves: it can switch off one category of one person. */
export const unsubscribeKeys = sqliteTable(
  "unsubscribe_keys",
  {
    key: text("key").primaryKey(),
    personId: text("person_id").notNull(),
    /** A category, or "digest": everything that comes once a day. */
    category: text("category").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("unsubscribe_keys_once").on(t.personId, t.category)],
);

/** Addresses that mail came back from, until their owner confirms or replaces them. */
export const addressFaults = sqliteTable(
  "address_faults",
  {
    /** Lower-cased. */
    address: text("address").primaryKey(),
    source: text("source", { enum: FAULT_SOURCES }).notNull(),
    /** What the other mail server said. */
    reason: text("reason").notNull(),
    reportedAt: instant("reported_at").notNull(),
  },
  (t) => [oneOf("address_faults_source", t.source, FAULT_SOURCES)],
);
