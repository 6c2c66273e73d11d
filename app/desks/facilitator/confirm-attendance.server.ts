import { attendanceConfirmations } from "#drizzle/schema/attendance";
import { earnings } from "#drizzle/schema/credits";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { insertMark } from "~/attendance/marks/mark-rows.server";
import type { AttendanceRefusal } from "~/attendance/refusal";
import { listPresence } from "~/attendance/roster/roster.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import { published } from "~/catalog/offerings/published";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { changeStatus, getRegistration } from "~/registration/seats/registration-row.server";
import { applyEarning } from "~/credits/claims/earned-claim.server";
import { countEveryone } from "~/credits/counting/instructor-hours";

type Attendance = ReturnType<typeof listPresence>;

interface ConfirmInput {
  offeringId: string;
  /** What holds for people marked in and never out; with `some`, `stayed` names who stayed: `sessionId:personId`. */
  openEnds?: "stayed" | "left" | "some" | undefined;
  stayed?: readonly string[] | undefined;
}

/**
 * The facilitator's word that the marks are right (T3): computes what each person earned (H6), says who attended, in
 * part or not at all, and opens claiming. People marked in and never out stayed until the end or did not, as the
 * facilitator says.
 *
 * @returns how many people can claim hours
 */
export function confirmAttendance(
  ctx: ActorContext,
  input: ConfirmInput,
): Outcome<{ claimable: number }, AttendanceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const offering = findMyOffering(tx, ctx, input.offeringId);
    if (!offering) return refuse("unknown-offering");
    if (offering.state === "cancelled") return refuse("cancelled");
    if (offering.endsAt === null || ctx.now < offering.endsAt) return refuse("not-over");
    const attendance = listPresence(tx, offering.id);
    const waiting = countSelfCheckIns(attendance);
    if (waiting > 0) return refuse("self-unconfirmed", { count: waiting });
    const openEnds = listOpenEnds(attendance);
    if (openEnds.length > 0 && !input.openEnds) return refuse("open-ends", { count: openEnds.length });
    for (const { session, personId, openSince } of openEnds) {
      const named = input.stayed?.includes(`${session.id}:${personId}`) ?? false;
      const stayed = input.openEnds === "stayed" || (input.openEnds === "some" && named);
      insertMark(tx, ctx, {
        sessionId: session.id,
        personId,
        kind: stayed ? "out" : "absent",
        at: Math.max(session.endsAt, openSince),
        deviceTime: ctx.now,
        nonce: newId(),
        method: "roster",
        reason: stayed ? "stayed until the end, as confirmed" : "no end was recorded",
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

function countSelfCheckIns({ people }: Attendance): number {
  return people.filter(({ presences }) => presences.some(({ selfSince }) => selfSince !== null)).length;
}

function listOpenEnds({ sessions, people, instructors }: Attendance) {
  return [...people, ...instructors].flatMap(({ person, presences }) =>
    presences.flatMap(({ openSince }, index) =>
      openSince === null ? [] : [{ session: sessions[index]!, personId: person.id, openSince }],
    ),
  );
}

function judgeEveryone(tx: Transaction, ctx: ActorContext, offering: Offering, confirmationId: string): number {
  const { sessions, people, instructors } = listPresence(tx, offering.id);
  const { policy, approvedMinutes } = published(offering);
  const rule = { sessions, policy, approvedMinutes };
  // An instructor who was never marked asks for no hours.
  const teaching = instructors.filter(({ presences }) => presences.some(({ marked }) => marked));
  let claimable = 0;
  for (const { person, present, minutes, steps } of countEveryone(rule, [...people, ...teaching])) {
    tx.insert(earnings)
      .values({
        id: newId(),
        offeringId: offering.id,
        personId: person.id,
        confirmationId,
        minutes,
        steps,
        computedAt: ctx.now,
      })
      .run();
    const judged = !present ? "no-show" : minutes >= rule.approvedMinutes ? "attended" : "partial";
    if (person.registrationId) judgeRegistration(tx, ctx, person.registrationId, judged);
    if (applyEarning(tx, ctx, offering, person.id, minutes)) claimable++;
  }
  return claimable;
}

function judgeRegistration(
  tx: Transaction,
  ctx: ActorContext,
  registrationId: string,
  judged: "attended" | "partial" | "no-show",
): void {
  const registration = getRegistration(tx, registrationId);
  if (registration.status !== judged) changeStatus(tx, ctx, registration, judged);
}
