import { and, eq } from "drizzle-orm";
import { attendanceConfirmations } from "#drizzle/schema/attendance";
import type { offerings } from "#drizzle/schema/catalog";
import { claims, earnings } from "#drizzle/schema/credits";
import { registrations } from "#drizzle/schema/registration";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { insertMark } from "~/attendance/marks.server";
import type { AttendanceRefusal } from "~/attendance/refusal";
import { listPresence } from "~/attendance/roster.server";
import { recordAudit } from "~/platform/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database.server";
import { origin } from "~/platform/env.server";
import { formatHours } from "~/platform/format";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { enqueueMessage } from "~/platform/outbox.server";
import { addressee, describeOffering } from "~/registration/offering-message.server";
import { changeStatus } from "~/registration/registration-row.server";
import { recordClaimChange } from "./claim-row.server";
import { countClockHours } from "./clock-hours";

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
    if (openClaim(tx, ctx, offering, person.id, creditedMinutes)) claimable++;
  }
  return claimable;
}

/** Opens the person's claim, or brings one that nobody has claimed yet up to date. A claim under way is left to the registrar. */
function openClaim(tx: Transaction, ctx: ActorContext, offering: Offering, personId: string, minutes: number): boolean {
  const claim = tx
    .select()
    .from(claims)
    .where(and(eq(claims.offeringId, offering.id), eq(claims.personId, personId)))
    .get();
  if (claim) {
    const tooMuch = claim.requestedMinutes !== null && claim.requestedMinutes > minutes;
    if (!tooMuch)
      tx.update(claims).set({ earnedMinutes: minutes, updatedAt: ctx.now }).where(eq(claims.id, claim.id)).run();
    return claim.status === "open" && minutes > 0;
  }
  if (minutes === 0) return false;
  const row = {
    id: newId(),
    offeringId: offering.id,
    personId,
    status: "open" as const,
    earnedMinutes: minutes,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  };
  tx.insert(claims).values(row).run();
  recordClaimChange(tx, ctx, row, null, "open");
  sendClaimOpen(tx, ctx, offering, row);
  return true;
}

function sendClaimOpen(
  tx: Transaction,
  ctx: ActorContext,
  offering: Offering,
  claim: { id: string; personId: string; earnedMinutes: number },
): void {
  const { message } = describeOffering(tx, offering.id);
  const { personName, ...to } = addressee(tx, claim.personId);
  enqueueMessage(tx, ctx, {
    kind: "claim-open",
    subjectId: claim.id,
    ...to,
    payload: {
      providerName: message.providerName,
      offeringTitle: message.offeringTitle,
      personName,
      inServiceNumber: offering.inServiceNumber,
      earnedHours: formatHours(claim.earnedMinutes),
      claimCode: offering.claimCode,
      claimBy: null,
      actionUrl: `${origin}/claims/${claim.id}`,
    },
  });
}
