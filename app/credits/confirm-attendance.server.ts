import { eq } from "drizzle-orm";
import { attendanceConfirmations } from "#drizzle/schema/attendance";
import type { offerings } from "#drizzle/schema/catalog";
import { earnings } from "#drizzle/schema/credits";
import { registrations } from "#drizzle/schema/registration";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { insertMark } from "~/attendance/marks.server";
import type { AttendanceRefusal } from "~/attendance/refusal";
import { listPresence } from "~/attendance/roster.server";
import { recordAudit } from "~/platform/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { changeStatus } from "~/registration/registration-row.server";
import { countClockHours } from "./clock-hours";
import { settleEarning } from "./earned-claim.server";

type Offering = typeof offerings.$inferSelect;
type Attendance = ReturnType<typeof listPresence>;

/**
 * The facilitator's word that the marks are right (T3): computes what each person earned (H6), says who attended, in
 * part or not at all, and opens claiming. People marked in and never out stayed until the end or did not, as the
 * facilitator says.
 *
 * @returns how many people can claim hours
 */
export function confirmAttendance(
  ctx: ActorContext,
  input: { offeringId: string; openEnds?: "stayed" | "left" },
): Outcome<{ claimable: number }, AttendanceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const offering = findMyOffering(tx, ctx, input.offeringId);
    if (!offering) return refuse("unknown-offering");
    if (offering.state === "cancelled") return refuse("cancelled");
    if (offering.endsAt === null || ctx.now < offering.endsAt) return refuse("not-over");
    const openEnds = listOpenEnds(listPresence(tx, offering.id));
    if (openEnds.length > 0 && !input.openEnds) return refuse("open-ends", { count: openEnds.length });
    for (const { session, personId } of openEnds) {
      insertMark(tx, ctx, {
        sessionId: session.id,
        personId,
        kind: input.openEnds === "stayed" ? "out" : "absent",
        at: session.endsAt,
        deviceTime: ctx.now,
        nonce: newId(),
        method: "roster",
        reason: input.openEnds === "stayed" ? "stayed until the end, as confirmed" : "no end was recorded",
      });
    }
    const confirmationId = newId();
    tx.insert(attendanceConfirmations)
      .values({ id: confirmationId, offeringId: offering.id, confirmedAt: ctx.now, confirmedBy: ctx.actor.personId })
      .run();
    recordAudit(tx, ctx, { action: "attendance.confirmed", subjectId: offering.id });
    return ok({ claimable: judgeEveryone(tx, ctx, offering, confirmationId) });
  });
}

function listOpenEnds({ meetings, people }: Attendance) {
  return people.flatMap(({ person, sessions }) =>
    sessions.flatMap((presence, index) =>
      presence.openSince === null ? [] : [{ session: meetings[index]!, personId: person.id }],
    ),
  );
}

function judgeEveryone(tx: Transaction, ctx: ActorContext, offering: Offering, confirmationId: string): number {
  const { meetings, people } = listPresence(tx, offering.id);
  let claimable = 0;
  for (const { person, sessions } of people) {
    const { creditedMinutes, steps } = countClockHours({
      sessions: meetings.map((session, index) => ({ ...session, presence: sessions[index]!.intervals })),
      policy: offering.policy!,
      approvedMinutes: offering.approvedMinutes!,
    });
    tx.insert(earnings)
      .values({
        id: newId(),
        offeringId: offering.id,
        personId: person.id,
        confirmationId,
        minutes: creditedMinutes,
        steps,
        computedAt: ctx.now,
      })
      .run();
    const present = sessions.some((presence) => presence.intervals.length > 0);
    const judged = !present ? "no-show" : creditedMinutes >= offering.approvedMinutes! ? "attended" : "partial";
    const registration = tx.select().from(registrations).where(eq(registrations.id, person.registrationId)).get()!;
    if (registration.status !== judged) changeStatus(tx, ctx, registration, judged);
    if (settleEarning(tx, ctx, offering, person.id, creditedMinutes)) claimable++;
  }
  return claimable;
}
