import { and, eq, isNull } from "drizzle-orm";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { meetingMatches, meetingReportMarks, meetingReports } from "#drizzle/schema/online/reports";
import { findMySession } from "~/attendance/attendance-right.server";
import { insertMark, isVoided } from "~/attendance/marks/mark-rows.server";
import { requireOpenSession } from "~/attendance/marks/marks.server";
import type { AttendanceRefusal } from "~/attendance/refusal";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { listExpectedPeople } from "./expected-people.server";
import type { MeetingReport } from "./meeting-report";
import { findOpenReport, type HowRead, previewOf, readReport } from "./report.server";
import type { KnownPerson } from "./report-preview";
import type { ReportRefusal } from "./report-refusal";

interface ReportInput {
  sessionId: string;
  reportId: string;
}

/** Says how an open report is read: by whose clock, and in which order its dates stand. Refused where nothing comes of that. */
export async function changeReading(
  ctx: ActorContext,
  { sessionId, reportId }: ReportInput,
  how: HowRead,
): Promise<Outcome<null, ReportRefusal>> {
  const found = findMySession(ctx.db, ctx, sessionId);
  const row = found && findOpenReport(ctx.db, sessionId, reportId);
  if (!found || !row) return refuse("unknown-report");
  const report = await readReport(row.bytes, found.session.startsAt, how);
  if (!report.ok) return refuse(report.reason);
  ctx.db
    .update(meetingReports)
    .set({ timeZone: how.timeZone, dateOrder: how.dateOrder })
    .where(and(eq(meetingReports.id, reportId), isNull(meetingReports.appliedAt)))
    .run();
  return ok(null);
}

/** Throws an open report away. Nothing came of it, and nothing of it stays but that it was read. */
export function dropReport(ctx: ActorContext, { sessionId, reportId }: ReportInput): Outcome<null, ReportRefusal> {
  return inTransaction(ctx.db, (tx) => {
    if (!findMySession(tx, ctx, sessionId) || !findOpenReport(tx, sessionId, reportId)) return refuse("unknown-report");
    tx.delete(meetingReports).where(eq(meetingReports.id, reportId)).run();
    recordAudit(tx, ctx, { action: "online-report.dropped", subjectId: sessionId, detail: { report: reportId } });
    return ok(null);
  });
}

/** Whom somebody of a report is, as a facilitator says it: an id, "" for left out, null to forget what was said. */
export interface ReportDecision {
  who: string;
  personId: string | null;
}

/** Remembers whom people of reports are, for this and the next report of the offering. */
export function decideWho(
  ctx: ActorContext,
  sessionId: string,
  decisions: readonly ReportDecision[],
): Outcome<null, ReportRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = findMySession(tx, ctx, sessionId);
    if (!found) return refuse("unknown-report");
    const offeringId = found.offering.id;
    const expected = new Set(listExpectedPeople(tx, offeringId).map(({ id }) => id));
    if (decisions.some(({ personId }) => personId && !expected.has(personId))) return refuse("unknown-person");
    for (const { who, personId } of decisions) {
      const about = and(eq(meetingMatches.offeringId, offeringId), eq(meetingMatches.who, who));
      if (personId === null) tx.delete(meetingMatches).where(about).run();
      else writeDecision(tx, ctx, { offeringId, who, personId: personId || null });
    }
    recordAudit(tx, ctx, {
      action: "online-report.matched",
      subjectId: sessionId,
      detail: { count: decisions.length },
    });
    return ok(null);
  });
}

function writeDecision(
  tx: Transaction,
  ctx: ActorContext,
  { offeringId, who, personId }: { offeringId: string; who: string; personId: string | null },
): void {
  const decided = { personId, decidedBy: ctx.actor.personId, decidedAt: ctx.now };
  tx.insert(meetingMatches)
    .values({ offeringId, who, ...decided })
    .onConflictDoUpdate({ target: [meetingMatches.offeringId, meetingMatches.who], set: decided })
    .run();
}

interface ApplyInput extends ReportInput {
  /** People of whom only a total is known, and of whom somebody says that it is so. */
  vouchedFor: readonly string[];
  /** Why, once attendance is confirmed. */
  reason?: string | undefined;
}

/**
 * Marks everybody whom an open report knows, once: whoever is marked already stays as they are, and whoever needs somebody's word is
 * passed over without it. Returns how many were marked.
 */
export async function applyReport(
  ctx: ActorContext,
  { sessionId, reportId, vouchedFor, reason }: ApplyInput,
): Promise<Outcome<number, ReportRefusal | AttendanceRefusal>> {
  const found = findMySession(ctx.db, ctx, sessionId);
  const row = found && findOpenReport(ctx.db, sessionId, reportId);
  if (!found || !row) return refuse("unknown-report");
  const report = await readReport(row.bytes, found.session.startsAt, row);
  if (!report.ok) return refuse(report.reason);
  return inTransaction(ctx.db, (tx) => mark(tx, ctx, { sessionId, reportId, vouchedFor, reason }, report));
}

function mark(
  tx: Transaction,
  ctx: ActorContext,
  { sessionId, reportId, vouchedFor, reason }: ApplyInput,
  report: Extract<MeetingReport, { ok: true }>,
): Outcome<number, ReportRefusal | AttendanceRefusal> {
  const open = requireOpenSession(tx, ctx, sessionId, reason);
  if (!open.ok) return open;
  if (!findOpenReport(tx, sessionId, reportId)) return refuse("unknown-report");
  const left = previewOf(tx, open.value, report).known.filter(({ isMarked, minutes }) => !isMarked && minutes > 0);
  const due = left.filter(({ needsWord, personId }) => !needsWord || vouchedFor.includes(personId));
  if (due.length === 0) return refuse(left.length > 0 ? "nobody-ticked" : "nothing-to-do");
  for (const person of due) markPerson(tx, ctx, { sessionId, reportId, reason }, person);
  tx.update(meetingReports)
    .set({ bytes: null, appliedAt: ctx.now, appliedBy: ctx.actor.personId })
    .where(eq(meetingReports.id, reportId))
    .run();
  recordAudit(tx, ctx, {
    action: "online-report.applied",
    subjectId: sessionId,
    detail: { report: reportId, people: due.length },
  });
  return ok(due.length);
}

function markPerson(
  tx: Transaction,
  ctx: ActorContext,
  { sessionId, reportId, reason }: { sessionId: string; reportId: string; reason: string | undefined },
  { personId, intervals, as, lines }: KnownPerson,
): void {
  const name = as.map((each) => each.name).join(", ");
  const events = intervals.flatMap(({ from, to }) => [
    { kind: "in" as const, at: from },
    { kind: "out" as const, at: to },
  ]);
  for (const [index, { kind, at }] of events.entries()) {
    const nonce = `report:${reportId}:${personId}:${index}`;
    insertMark(tx, ctx, { sessionId, personId, kind, at, deviceTime: ctx.now, nonce, method: "import", reason });
    const made = tx
      .select({ id: attendanceMarks.id })
      .from(attendanceMarks)
      .where(eq(attendanceMarks.nonce, nonce))
      .get();
    if (made) tx.insert(meetingReportMarks).values({ markId: made.id, reportId, name, lines }).run();
  }
}

/**
 * Takes back what a report did: every mark of it that still stands is voided, with a reason. The same file can then be taken anew.
 * Returns how many marks were voided.
 */
export function takeBackReport(
  ctx: ActorContext,
  { sessionId, reportId, reason }: ReportInput & { reason: string },
): Outcome<number, ReportRefusal | AttendanceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = requireOpenSession(tx, ctx, sessionId, reason);
    if (!found.ok) return found;
    const done = and(
      eq(meetingReports.id, reportId),
      eq(meetingReports.sessionId, sessionId),
      isNull(meetingReports.takenBackBecause),
      isNull(meetingReports.bytes),
    );
    if (!tx.select({ id: meetingReports.id }).from(meetingReports).where(done).get()) return refuse("unknown-report");
    const marks = tx
      .select({ mark: attendanceMarks })
      .from(meetingReportMarks)
      .innerJoin(attendanceMarks, eq(attendanceMarks.id, meetingReportMarks.markId))
      .where(eq(meetingReportMarks.reportId, reportId))
      .all()
      .filter(({ mark: each }) => !isVoided(tx, each.id));
    for (const { mark: each } of marks) {
      const { id, personId, walkInId, at } = each;
      const about = { sessionId, personId, walkInId, at, deviceTime: ctx.now, reason };
      insertMark(tx, ctx, { ...about, kind: "void", voidsMarkId: id, nonce: `report-back:${id}`, method: "import" });
    }
    tx.update(meetingReports).set({ takenBackBecause: reason }).where(eq(meetingReports.id, reportId)).run();
    recordAudit(tx, ctx, {
      action: "online-report.taken-back",
      subjectId: sessionId,
      detail: { report: reportId, reason },
    });
    return ok(marks.length);
  });
}
