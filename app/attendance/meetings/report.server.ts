import { and, desc, eq, isNull } from "drizzle-orm";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { meetingMatches, meetingReportMarks, meetingReports } from "#drizzle/schema/online/reports";
import { persons } from "#drizzle/schema/people";
import { findMySession } from "~/attendance/attendance-right.server";
import { groupMarks, markKey, type MarkRow } from "~/attendance/marks/mark-rows.server";
import { derivePresence, listStanding } from "~/attendance/presence/presence";
import { listSessions } from "~/catalog/offerings/offering-parts.server";
import { staffNameOf } from "~/people/persons/name";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { REPORT_BYTES } from "~/platform/http/body-limit";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { sha256 } from "~/platform/secrets/codes.server";
import { dateOf } from "~/platform/time/time-zone";
import { readUntrusted, untrustedReader } from "~/platform/untrusted/door.server";
import { listExpectedPeople } from "./expected-people.server";
import type { MeetingReport } from "./meeting-report";
import { previewReport, type ReportPreview } from "./report-preview";
import type { ReportToRead } from "./report-reader.server";
import type { ReportRefusal } from "./report-refusal";
import { indexRoster } from "./reported-name";
import type { MeetingSession } from "./reported-presence";

const REPORT = untrustedReader<ReportToRead, MeetingReport>("app/attendance/meetings/report-reader.server.ts");

type Row = typeof meetingReports.$inferSelect;
type Found = NonNullable<ReturnType<typeof findMySession>>;

/** A report that waits to be looked at. */
export type OpenReport = Row & { bytes: Buffer };

/** How a report is read where somebody changed it. */
export interface HowRead {
  timeZone: string;
  dateOrder: Row["dateOrder"];
}

/** Reads a report in a process of its own, by the session's day in the zone whose clock is the report's. */
export async function readReport(bytes: Buffer, startsAt: number, how: HowRead): Promise<MeetingReport> {
  const session = { date: dateOf(startsAt, how.timeZone), timeZone: how.timeZone };
  const read = await readUntrusted(REPORT, { bytes: new Uint8Array(bytes), session, order: how.dateOrder });
  return read.ok ? read.value : { ok: false, reason: "unreadable" };
}

/** What a report would do now, by the roster, the marks and what was said of its people before. */
export function previewOf(
  db: Reader,
  { session, offering }: Found,
  report: Extract<MeetingReport, { ok: true }>,
): ReportPreview {
  const expected = listExpectedPeople(db, offering.id);
  const all = groupMarks(db, [session.id]);
  const marksOf = (id: string) => all.get(markKey(session.id, id)) ?? [];
  const decisions = db.select().from(meetingMatches).where(eq(meetingMatches.offeringId, offering.id)).all();
  const times = listSessions(db, offering.id).find(({ id }) => id === session.id) ?? { ...session, pauses: [] };
  return previewReport(
    times,
    report.people,
    {
      index: indexRoster(expected),
      nameOf: new Map(expected.map(({ id, name }) => [id, name])),
      marked: new Set(expected.filter(({ id }) => isMarkedByHand(times, marksOf(id))).map(({ id }) => id)),
      reported: new Map(expected.map(({ id }) => [id, derivePresence(times, marksOf(id)).intervals])),
    },
    new Map(decisions.map(({ who, personId }) => [who, personId])),
  );
}

/**
 * Whether somebody said otherwise than by a report when a person was there, or took a half of what one said away. That they
 * joined by themselves says nothing.
 */
const isMarkedByHand = (session: MeetingSession, marks: readonly MarkRow[]): boolean =>
  listStanding(marks).some(({ method }) => method !== "import" && method !== "self") ||
  derivePresence(session, marks).openSince !== null;

/**
 * Takes a report for a session of the actor's, to be looked at. One of another online meeting, or that is none, is refused, and nothing is
 * kept of it; the same file twice is one report.
 */
export async function takeReport(
  ctx: ActorContext,
  sessionId: string,
  file: File,
): Promise<Outcome<string, ReportRefusal>> {
  const found = findMySession(ctx.db, ctx, sessionId);
  if (!found) return refuse("unknown-report");
  if (ctx.now < found.session.startsAt) return refuse("not-begun");
  if (file.size === 0) return refuse(file.name === "" ? "no-file" : "empty");
  if (file.size > REPORT_BYTES) return refuse("too-large");
  const bytes = Buffer.from(await file.arrayBuffer());
  const how: HowRead = { timeZone: found.session.timeZone, dateOrder: null };
  const report = await readReport(bytes, found.session.startsAt, how);
  if (!report.ok) return refuse(report.reason);
  const { known } = previewOf(ctx.db, found, report);
  if (known.length === 0) return refuse("nobody-known");
  if (known.every(({ minutes, isAddition }) => minutes === 0 && !isAddition)) return refuse("outside-session");
  return inTransaction(ctx.db, (tx) => {
    const id = newId();
    const values = { sessionId, fileName: file.name.slice(0, 200), fileHash: sha256(bytes), bytes, ...how };
    const { changes } = tx
      .insert(meetingReports)
      .values({ id, ...values, uploadedBy: ctx.actor.personId, uploadedAt: ctx.now })
      .onConflictDoNothing()
      .run();
    if (changes === 0) return refuse("same-file");
    recordAudit(tx, ctx, { action: "online-report.read", subjectId: sessionId, detail: { report: id } });
    return ok(id);
  });
}

/** The open reports of a session, each with what it would do, and those that were carried out. */
export async function listReports(ctx: ActorContext, found: Found) {
  const rows = listRows(ctx.db, found.session.id);
  const open = [];
  for (const { report: row } of rows) {
    if (!isOpen(row)) continue;
    const report = await readReport(row.bytes, found.session.startsAt, row);
    open.push({ row, report, preview: report.ok ? previewOf(ctx.db, found, report) : null });
  }
  return { open, done: rows.filter(({ report }) => !isOpen(report)).map((row) => describeDone(ctx.db, row)) };
}

const listRows = (db: Reader, sessionId: string) =>
  db
    .select({ report: meetingReports, uploader: persons })
    .from(meetingReports)
    .innerJoin(persons, eq(persons.id, meetingReports.uploadedBy))
    .where(eq(meetingReports.sessionId, sessionId))
    .orderBy(desc(meetingReports.uploadedAt), desc(meetingReports.id))
    .all();

function describeDone(db: Reader, { report, uploader }: ReturnType<typeof listRows>[number]) {
  const marks = db
    .select({ personId: attendanceMarks.personId, name: meetingReportMarks.name, lines: meetingReportMarks.lines })
    .from(meetingReportMarks)
    .innerJoin(attendanceMarks, eq(attendanceMarks.id, meetingReportMarks.markId))
    .where(eq(meetingReportMarks.reportId, report.id))
    .all();
  const byPerson = new Map(marks.map((mark) => [mark.personId, mark]));
  const { id, fileName, fileHash, appliedAt, takenBackBecause } = report;
  return {
    ...{ id, fileName, fileHash, appliedAt, takenBackBecause },
    uploadedBy: staffNameOf(uploader),
    people: [...byPerson.values()],
  };
}

/** What was marked by reports at any session of an offering, as its record keeps it: the latest first. */
export function listReportEvidence(db: Reader, offeringId: string) {
  return listSessions(db, offeringId).flatMap(({ id, startsAt, timeZone }) =>
    listRows(db, id)
      .filter(({ report }) => !isOpen(report))
      .map((row) => ({ ...describeDone(db, row), startsAt, timeZone })),
  );
}

const isOpen = (row: Row): row is OpenReport => row.bytes !== null;

/** An open report of a session of the actor's; null for any other. */
export function findOpenReport(db: Reader, sessionId: string, reportId: string): OpenReport | null {
  const row = db
    .select()
    .from(meetingReports)
    .where(
      and(eq(meetingReports.id, reportId), eq(meetingReports.sessionId, sessionId), isNull(meetingReports.appliedAt)),
    )
    .get();
  return row && isOpen(row) ? row : null;
}
