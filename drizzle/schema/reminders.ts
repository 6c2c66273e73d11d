import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { REMINDER_KINDS, REMINDER_STATES } from "../../app/reminders/reminder-kind";
import { offerings } from "./catalog";
import { id, instant, oneOf } from "./column";
import { persons } from "./people";

/**
 * Offerings whose reminders are to be computed anew. Triggers on sessions, registrations, offerings, claims, grants and
 * confirmations insert here, in the transaction of the change.
 */
export const reminderPlans = sqliteTable("reminder_plans", { offeringId: text("offering_id").primaryKey() });

/** What is due to whom and when. */
export const reminders = sqliteTable(
  "reminders",
  {
    id: id(),
    kind: text("kind", { enum: REMINDER_KINDS }).notNull(),
    /** What it is about: a session, claim, offering, provider, organisation or person. */
    subjectId: text("subject_id").notNull(),
    /** The offering with which it is computed anew; null for one that follows the calendar. */
    offeringId: text("offering_id").references(() => offerings.id),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    /** Tells one rightful reminder from another of its kind: the session's start, the week, the month. */
    occasion: text("occasion").notNull(),
    dueAt: instant("due_at").notNull(),
    /** From when on it is too late to be of use. */
    expiresAt: instant("expires_at").notNull(),
    state: text("state", { enum: REMINDER_STATES }).notNull(),
    decidedAt: instant("decided_at"),
    /** Why it was not sent, in words. */
    note: text("note"),
  },
  (t) => [
    oneOf("reminders_kind", t.kind, REMINDER_KINDS),
    oneOf("reminders_state", t.state, REMINDER_STATES),
    uniqueIndex("reminders_once").on(t.kind, t.subjectId, t.personId, t.occasion),
    index("reminders_due").on(t.state, t.dueAt),
    index("reminders_offering").on(t.offeringId),
    index("reminders_person").on(t.personId),
  ],
);
