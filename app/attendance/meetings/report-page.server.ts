import { requireMySession } from "~/attendance/joining/gone-session.server";
import { findConfirmation } from "~/attendance/presence/confirmation.server";
import { getCourse } from "~/catalog/courses/course.server";
import type { ActorContext } from "~/platform/context";
import { recordReading } from "~/platform/audit/reading-log.server";
import { listExpectedPeople } from "./expected-people.server";
import { listReports } from "./report.server";
import { REPORT_REFUSALS } from "./report-refusal";

/**
 * The attendance reports of a session of the actor's: those that wait with what they would do, and those that were carried out.
 * Looking is audited (P5).
 * @throws Response 404 when the session is not the actor's to take
 */
export async function getReportPage(ctx: ActorContext, sessionId: string) {
  const found = requireMySession(ctx, sessionId);
  const { session, offering } = found;
  const { open, done } = await listReports(ctx, found);
  const roster = listExpectedPeople(ctx.db, offering.id).map(({ id, name }) => ({ value: id, label: name }));
  recordReading(ctx, {
    action: "online-report.looked-at",
    subjectId: session.id,
    personIds: [
      ...roster.map(({ value }) => value),
      ...done.flatMap(({ people }) => people.map(({ personId }) => personId)),
    ],
  });
  return {
    title: getCourse(ctx.db, offering.courseId).title,
    session: { id: session.id, startsAt: session.startsAt, endsAt: session.endsAt, timeZone: session.timeZone },
    confirmed: findConfirmation(ctx.db, offering.id) !== null,
    roster,
    open: open.map(({ row: { id, fileName, timeZone, dateOrder }, report, preview }) => ({
      ...{ id, fileName, timeZone, dateOrder },
      from: report.ok ? report.from : null,
      readOrder: report.ok ? report.dateOrder : ("none" as const),
      badLines: report.ok ? report.badLines : [],
      problem: report.ok ? null : REPORT_REFUSALS[report.reason],
      preview,
    })),
    done,
  };
}

/** What the page shows. */
export type ReportPage = Awaited<ReturnType<typeof getReportPage>>;
