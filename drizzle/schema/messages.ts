import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { MESSAGE_STATES } from "../../app/messages/outbox/message-state";
import { MAIL_CHOICES, OPTIONAL_CATEGORIES } from "../../app/messages/preferences/message-category";
import { FAULT_SOURCES } from "../../app/platform/mail/address-fault";
import type { CalendarPart } from "../../app/platform/mail/calendar-part";
import { ALARM_TOPICS } from "../../app/platform/mail/mail-alarm";
import type { Mailbox } from "../../app/platform/mail/mailbox";
import { REFUSAL_MEANINGS } from "../../app/platform/mail/refusal-judge";
import { REFUSAL_TOPICS } from "../../app/platform/mail/refusal-words";
import { id, instant, oneOf } from "./column";

/** Messages to be sent, under way and settled; each written in the transaction of the change that it tells of. */
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
    /** Who reads an answer to it; null: nobody but the mailbox that it comes from. */
    replyTo: text("reply_to", { mode: "json" }).$type<Mailbox>(),
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
    index("outbox_messages_kind").on(t.kind, t.createdAt),
    index("outbox_messages_failed")
      .on(t.createdAt)
      .where(sql`${t.state} = 'failed'`),
    index("outbox_messages_unnamed")
      .on(t.recipient)
      .where(sql`${t.personId} is null`),
    index("outbox_messages_person").on(t.personId, t.createdAt),
  ],
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

/** Refusals of messages to an address, at once or in a report: what a mark, or the lack of one, is decided by. */
export const mailRefusals = sqliteTable(
  "mail_refusals",
  {
    id: id(),
    /** Lower-cased. */
    address: text("address").notNull(),
    /** The outbox row that was refused. */
    messageId: text("message_id").notNull(),
    source: text("source", { enum: FAULT_SOURCES }).notNull(),
    meaning: text("meaning", { enum: REFUSAL_MEANINGS }).notNull(),
    /** What of ours it is about; null for one that is not about us. */
    topic: text("topic", { enum: REFUSAL_TOPICS }),
    /** What the other mail server said. */
    reason: text("reason").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    oneOf("mail_refusals_source", t.source, FAULT_SOURCES),
    oneOf("mail_refusals_meaning", t.meaning, REFUSAL_MEANINGS),
    oneOf("mail_refusals_topic", t.topic, REFUSAL_TOPICS),
    index("mail_refusals_address").on(t.address, t.at),
    index("mail_refusals_at").on(t.at),
  ],
);

/** What keeps mail from people and is ours to mend, until it works again or an administrator has seen to it. */
export const mailAlarms = sqliteTable(
  "mail_alarms",
  {
    topic: text("topic", { enum: ALARM_TOPICS }).primaryKey(),
    firstAt: instant("first_at").notNull(),
    lastAt: instant("last_at").notNull(),
    /** How often since the first. */
    count: integer("count").notNull(),
    /** What was said last. */
    words: text("words").notNull(),
  },
  (t) => [oneOf("mail_alarms_topic", t.topic, ALARM_TOPICS)],
);
