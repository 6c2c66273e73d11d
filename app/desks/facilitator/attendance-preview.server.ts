import { findMyOffering } from "~/attendance/attendance-right.server";
import { findConfirmation, hasChangedSince } from "~/attendance/presence/confirmation.server";
import { wasThere } from "~/attendance/presence/presence";
import { listPresence } from "~/attendance/roster/roster.server";
import { listMatchedWalkIns, listOpenWalkIns } from "~/attendance/walk-ins/open-walk-ins.server";
import { getCourse } from "~/catalog/courses/course.server";
import { policyOf } from "~/catalog/providers/provider-policy.server";
import { listOpenQuestions } from "~/desks/inquiries/questions.server";
import { displayNameOf, staffNameOf } from "~/people/persons/name";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { formatDateTime } from "~/platform/format";
import { notFound } from "~/platform/http/responses.server";
import { countEveryone } from "~/credits/counting/instructor-hours";

/**
 * An offering's attendance as it would be confirmed now: each person's presence, anomalies and hours, walk-ins whom
 * nobody has matched, and whether a mark was made since it was confirmed.
 * @throws Response 404 when the offering is not the actor's to take
 */
export function previewAttendance(ctx: ActorContext, offeringId: string) {
  const offering = findMyOffering(ctx.db, ctx, offeringId);
  if (!offering) throw notFound();
  const { sessions, people, instructors } = listPresence(ctx.db, offeringId);
  const rule = { sessions, policy: policyOf(ctx.db, offering), approvedMinutes: offering.approvedMinutes ?? 0 };
  const confirmation = findConfirmation(ctx.db, offeringId);
  const everyone = [...people, ...instructors];
  recordReading(ctx, {
    action: "attendance.read",
    subjectId: offeringId,
    personIds: everyone.map(({ person }) => person.id),
  });
  return {
    offering,
    title: getCourse(ctx.db, offering.courseId).title,
    sessions: sessions.map(({ pauses: _pauses, steps: _steps, ...session }) => session),
    confirmation,
    changed: confirmation !== null && hasChangedSince(ctx.db, confirmation),
    questions: listOpenQuestions(ctx.db, offeringId),
    walkIns: listOpenWalkIns(ctx.db, offeringId),
    matched: listMatchedWalkIns(ctx.db, offeringId),
    openEnds: everyone.flatMap(({ person, presences }) =>
      presences.flatMap(({ openSince }, index) => {
        const { id, timeZone } = sessions[index]!;
        if (openSince === null) return [];
        return [
          {
            key: `${id}:${person.id}`,
            name: staffNameOf(person),
            about: `arrived ${formatDateTime(openSince, timeZone)}`,
          },
        ];
      }),
    ),
    waiting: people.flatMap(({ person, presences }) =>
      presences.some(({ selfSince }) => selfSince !== null) ? [{ id: person.id, name: staffNameOf(person) }] : [],
    ),
    rows: countEveryone(rule, everyone)
      // An instructor who does not ask for hours is no participant.
      .filter(({ person, presences }) => person.registrationId !== null || presences.some(({ marked }) => marked))
      .map(({ person, presences, minutes }) => ({
        personId: person.id,
        name: displayNameOf(person),
        sortName: staffNameOf(person),
        onRoster: person.registrationId !== null,
        teaches: person.teaches,
        present: presences.filter((presence) => wasThere(presence) || presence.openSince !== null).length,
        unmarked: presences.filter(({ marked }) => !marked).length,
        anomalies: [...new Set(presences.flatMap((presence) => presence.anomalies))],
        minutes,
      })),
  };
}
