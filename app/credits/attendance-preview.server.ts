import { eq } from "drizzle-orm";
import { courses } from "#drizzle/schema/catalog";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { findConfirmation, listPresence } from "~/attendance/roster.server";
import { policyOf } from "~/catalog/provider-policy.server";
import { displayNameOf, sortNameOf } from "~/people/name";
import { recordAudit } from "~/platform/audit.server";
import type { ActorContext } from "~/platform/context";
import { notFound } from "~/platform/responses.server";
import { countClockHours } from "./clock-hours";

/**
 * An offering's attendance as it would be confirmed now: each person's presence, anomalies and hours.
 * @throws Response 404 when the offering is not the actor's to take
 */
export function previewAttendance(ctx: ActorContext, offeringId: string) {
  const offering = findMyOffering(ctx.db, ctx, offeringId);
  if (!offering) throw notFound();
  const { meetings, people } = listPresence(ctx.db, offeringId);
  const policy = policyOf(ctx.db, offering);
  recordAudit(ctx.db, ctx, { action: "attendance.read", subjectId: offeringId, detail: { people: people.length } });
  return {
    offering,
    title: ctx.db.select({ title: courses.title }).from(courses).where(eq(courses.id, offering.courseId)).get()!.title,
    meetings: meetings.map(({ pauses: _pauses, ...session }) => session),
    confirmation: findConfirmation(ctx.db, offeringId),
    rows: people.map(({ person, sessions }) => ({
      personId: person.id,
      name: displayNameOf(person),
      sortName: sortNameOf(person),
      present: sessions.filter((presence) => presence.intervals.length > 0 || presence.openSince !== null).length,
      anomalies: [...new Set(sessions.flatMap((presence) => presence.anomalies))],
      minutes: countClockHours({
        sessions: meetings.map((session, index) => ({ ...session, presence: sessions[index]!.intervals })),
        policy,
        approvedMinutes: offering.approvedMinutes ?? 0,
      }).creditedMinutes,
    })),
  };
}
