import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { HELD_REASONS, SETTLEMENTS } from "../../app/attendance/inbox/held-reason";
import { DOOR_MARK_KINDS, MARK_KINDS, MARK_METHODS } from "../../app/attendance/marks/mark-kind";
import { offerings, sessions } from "./catalog";
import { id, instant, oneOf } from "./column";
import { sessionSteps } from "./online/steps";
import { accounts, persons } from "./people";

/** T2: somebody at the door who is not on the roster, matched to a person later. */
export const walkIns = sqliteTable(
  "walk_ins",
  {
    id: id(),
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id),
    name: text("name").notNull(),
    email: text("email"),
    recordedBy: text("recorded_by")
      .notNull()
      .references(() => persons.id),
    recordedAt: instant("recorded_at").notNull(),
    personId: text("person_id").references(() => persons.id),
    /** Who last said who it was, or that it was not that person, and when. */
    matchedBy: text("matched_by").references(() => persons.id),
    matchedAt: instant("matched_at"),
  },
  (t) => [index("walk_ins_offering").on(t.offeringId)],
);

/** T1: append-only; triggers refuse UPDATE and DELETE. A correction is a new mark with a reason. */
export const attendanceMarks = sqliteTable(
  "attendance_marks",
  {
    id: id(),
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id),
    personId: text("person_id").references(() => persons.id),
    walkInId: text("walk_in_id").references(() => walkIns.id),
    kind: text("kind", { enum: MARK_KINDS }).notNull(),
    /** The moment that the mark is about: when the person came or went. */
    at: instant("at").notNull(),
    deviceTime: instant("device_time").notNull(),
    serverTime: instant("server_time").notNull(),
    /** Of a mark that waited on its device: how far the server's clock was ahead of the device's, ms. Null for one sent at once. */
    clockOffset: integer("clock_offset"),
    /** Whether the device's clock jumped meanwhile, so that the moment is less sure. */
    clockDoubt: integer("clock_doubt", { mode: "boolean" }),
    /** The browser that it was made in: a random id that the browser keeps. Null without JavaScript. */
    device: text("device"),
    /** Made by the device. A repeated nonce is success without a second row. */
    nonce: text("nonce").notNull().unique(),
    recordedBy: text("recorded_by")
      .notNull()
      .references(() => persons.id),
    method: text("method", { enum: MARK_METHODS }).notNull(),
    reason: text("reason"),
    voidsMarkId: text("voids_mark_id"),
    /** Of a mark that says that a step was completed, or that voids one: which. */
    stepId: text("step_id").references(() => sessionSteps.id),
  },
  (t) => [
    oneOf("attendance_marks_kind", t.kind, MARK_KINDS),
    oneOf("attendance_marks_method", t.method, MARK_METHODS),
    check("attendance_marks_who", sql`(${t.personId} is null) <> (${t.walkInId} is null)`),
    check(
      "attendance_marks_void",
      sql`(${t.kind} = 'void') = (${t.voidsMarkId} is not null) and (${t.kind} <> 'void' or ${t.reason} is not null)`,
    ),
    check("attendance_marks_step", sql`${t.kind} <> 'done' or (${t.stepId} is not null and ${t.personId} is not null)`),
    index("attendance_marks_done")
      .on(t.stepId, t.personId)
      .where(sql`${t.stepId} is not null`),
    index("attendance_marks_session").on(t.sessionId, t.personId),
    index("attendance_marks_person").on(t.personId),
    index("attendance_marks_voids")
      .on(t.voidsMarkId)
      .where(sql`${t.voidsMarkId} is not null`),
  ],
);

/** T3: the facilitator's word that the marks are right. A later row confirms them anew after a correction. */
export const attendanceConfirmations = sqliteTable(
  "attendance_confirmations",
  {
    id: id(),
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id),
    confirmedAt: instant("confirmed_at").notNull(),
    confirmedBy: text("confirmed_by")
      .notNull()
      .references(() => persons.id),
  },
  (t) => [index("attendance_confirmations_offering").on(t.offeringId, t.confirmedAt)],
);

/** A session whose self check-in a facilitator has opened. Its codes come from the secret and the minute. */
export const checkIns = sqliteTable("check_ins", {
  sessionId: text("session_id")
    .primaryKey()
    .references(() => sessions.id, { onDelete: "cascade" }),
  /** 256 random bits, base64url; never leaves the server. */
  secret: text("secret").notNull(),
  openedAt: instant("opened_at").notNull(),
  openedBy: text("opened_by")
    .notNull()
    .references(() => persons.id),
});

/** Wrong codes that an account has tried lately, so that nobody can guess their way in. */
export const checkInTries = sqliteTable(
  "check_in_tries",
  {
    id: id(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    triedAt: instant("tried_at").notNull(),
  },
  (t) => [index("check_in_tries_account").on(t.accountId, t.triedAt)],
);

/** A device that keeps the roster of an offering for somebody who takes its attendance without a network. */
export const keptRosters = sqliteTable(
  "kept_rosters",
  {
    id: id(),
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    device: text("device").notNull(),
    /** What the browser says it is: "Chrome on Android". */
    label: text("label").notNull(),
    keptAt: instant("kept_at").notNull(),
    /** When the device last read the roster or sent marks. */
    contactAt: instant("contact_at").notNull(),
    /** Taken off on the device itself, or by somebody at the desk: whatever it sends then is suspect. */
    removedAt: instant("removed_at"),
    removedBy: text("removed_by").references(() => persons.id),
    /** Whoever kept it signed out there, and the roster went; the marks that waited then stay, sealed, and count once they arrive. */
    leftAt: instant("left_at"),
    leftUnsent: integer("left_unsent"),
  },
  (t) => [uniqueIndex("kept_rosters_device").on(t.offeringId, t.personId, t.device)],
);

/** A mark from a device that does not count before somebody has said so: an inbox, so that nothing is dropped. */
export const heldMarks = sqliteTable(
  "held_marks",
  {
    id: id(),
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id),
    /** Null where the session is gone. */
    sessionId: text("session_id").references(() => sessions.id, { onDelete: "set null" }),
    personId: text("person_id").references(() => persons.id),
    walkInId: text("walk_in_id").references(() => walkIns.id),
    /** Somebody at the door who is in no list yet. */
    walkInName: text("walk_in_name"),
    walkInEmail: text("walk_in_email"),
    kind: text("kind", { enum: DOOR_MARK_KINDS }).notNull(),
    at: instant("at").notNull(),
    deviceTime: instant("device_time").notNull(),
    clockOffset: integer("clock_offset").notNull(),
    clockDoubt: integer("clock_doubt", { mode: "boolean" }).notNull(),
    device: text("device").notNull(),
    nonce: text("nonce").notNull().unique(),
    recordedBy: text("recorded_by")
      .notNull()
      .references(() => persons.id),
    /** How it was made, and how it is the mark that it may become. */
    method: text("method", { enum: MARK_METHODS }).notNull(),
    receivedAt: instant("received_at").notNull(),
    reason: text("reason", { enum: HELD_REASONS }).notNull(),
    settledAs: text("settled_as", { enum: SETTLEMENTS }),
    settledAt: instant("settled_at"),
    settledBy: text("settled_by").references(() => persons.id),
    settledWhy: text("settled_why"),
  },
  (t) => [
    oneOf("held_marks_kind", t.kind, DOOR_MARK_KINDS),
    oneOf("held_marks_method", t.method, MARK_METHODS),
    oneOf("held_marks_reason", t.reason, HELD_REASONS),
    oneOf("held_marks_settled", t.settledAs, SETTLEMENTS),
    check("held_marks_settlement", sql`(${t.settledAs} is null) = (${t.settledAt} is null)`),
    index("held_marks_offering").on(t.offeringId, t.settledAt),
  ],
);
