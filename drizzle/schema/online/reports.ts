import { blob, check, index, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { attendanceMarks } from "../attendance";
import { offerings, sessions } from "../catalog";
import { id, instant } from "../column";
import { persons } from "../people";

/**
 * The attendance report of an online meeting that was uploaded for a session. Its bytes stay until it is carried out or thrown
 * away; its name, its digest and who uploaded it stay as evidence for the marks that came of it.
 */
export const meetingReports = sqliteTable(
  "meeting_reports",
  {
    id: id(),
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id),
    fileName: text("file_name").notNull(),
    /** SHA-256, hex: the same file twice is one report. */
    fileHash: text("file_hash").notNull(),
    bytes: blob("bytes", { mode: "buffer" }),
    /** By whose clock its times are read, and in which order its dates; null: as they say themselves. */
    timeZone: text("time_zone").notNull(),
    dateOrder: text("date_order", { enum: ["month-first", "day-first"] }),
    uploadedBy: text("uploaded_by")
      .notNull()
      .references(() => persons.id),
    uploadedAt: instant("uploaded_at").notNull(),
    appliedBy: text("applied_by").references(() => persons.id),
    appliedAt: instant("applied_at"),
    /** Why its marks were taken back. */
    takenBackBecause: text("taken_back_because"),
  },
  (t) => [
    uniqueIndex("meeting_reports_once")
      .on(t.sessionId, t.fileHash)
      .where(sql`${t.takenBackBecause} is null`),
    check("meeting_reports_applied", sql`(${t.appliedAt} is null) = (${t.appliedBy} is null)`),
    check("meeting_reports_bytes", sql`(${t.bytes} is null) = (${t.appliedAt} is not null)`),
    check("meeting_reports_taken_back", sql`${t.takenBackBecause} is null or ${t.appliedAt} is not null`),
  ],
);

/** The lines of a report by which a mark was made. */
export const meetingReportMarks = sqliteTable(
  "meeting_report_marks",
  {
    markId: text("mark_id")
      .primaryKey()
      .references(() => attendanceMarks.id),
    reportId: text("report_id")
      .notNull()
      .references(() => meetingReports.id),
    /** As the report names the person. */
    name: text("name").notNull(),
    lines: text("lines", { mode: "json" }).$type<number[]>().notNull(),
  },
  (t) => [index("meeting_report_marks_report").on(t.reportId)],
);

/** Whom a facilitator said that somebody of a report is, remembered for the next report of the offering; null: left out. */
export const meetingMatches = sqliteTable(
  "meeting_matches",
  {
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id),
    /** "email ada@district.example", or "name ada lovelace" folded. */
    who: text("who").notNull(),
    personId: text("person_id").references(() => persons.id),
    decidedBy: text("decided_by")
      .notNull()
      .references(() => persons.id),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.offeringId, t.who] })],
);
