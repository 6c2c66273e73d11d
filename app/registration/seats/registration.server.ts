import { listQuestions } from "~/catalog/courses/question.server";
import { asPublished, findOfferingFacts, getPublishedFacts } from "~/catalog/offerings/offering-facts.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import type { Published } from "~/catalog/offerings/published";
import type { ActorContext } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { type Answers, checkAnswers, writeAnswers } from "~/registration/mine/answer.server";
import { type Eligibility, judgeEligibility } from "./eligibility.server";
import { endRegistration } from "./end-registration.server";
import { withinFence } from "./fence.server";
import type { RegistrationRefusal } from "./refusal";
import { countSeats, findMyRegistration, type Registration } from "./registration-row.server";
import { availabilityOf } from "./seats";
import { canFollow } from "./status";
import { checkSupervisor } from "~/registration/approval/supervisor.server";
import { enterOffering } from "./enter-offering.server";
import { refundNow } from "./refund";
import { selfCancelDeadline } from "./window";

/** What a person sends along when they register. */
export interface RegisterInput {
  offeringId: string;
  /** By question. */
  answers?: Answers;
  /** Only where the offering needs a supervisor's approval, and a seat is free. */
  supervisorEmail?: string | undefined;
}

/** The actor takes a seat in an offering, or a position on its waitlist (R1–R3), if they may. */
export function register(ctx: ActorContext, input: RegisterInput): Outcome<Registration, RegistrationRefusal> {
  return withinFence(ctx.db, (tx) => {
    const found = findOfferingFacts(tx, input.offeringId);
    if (!found) return refuse("unknown-offering");
    const { personId } = ctx.actor;
    const { offering } = found;
    const allowed = checkEligibility(judgeEligibility(tx, ctx.now, offering, personId));
    if (!allowed.ok) return allowed;
    const answers = input.answers ?? {};
    const questions = listQuestions(tx, offering.courseId);
    const answered = checkAnswers(questions, answers);
    if (!answered.ok) return answered;
    const supervisor = checkSeatApproval(tx, ctx, offering, input.supervisorEmail);
    if (!supervisor.ok) return supervisor;
    const taken = enterOffering(tx, ctx, asPublished(found), { personId, supervisorEmail: supervisor.value });
    if (taken.ok) writeAnswers(tx, questions, taken.value.id, answers);
    return taken;
  });
}

/**
 * The actor gives up their seat or their position on the waitlist. Until the provider's deadline for a seat, until the
 * start for a position on the waitlist, an offer or a request (R4); and until the start, without penalty, for a seat whose
 * new dates the person has not confirmed.
 */
export function withdraw(ctx: ActorContext, registrationId: string): Outcome<Registration, RegistrationRefusal> {
  return withinFence(ctx.db, (tx) => {
    const registration = findMyRegistration(tx, ctx, registrationId);
    if (!registration) return refuse("unknown-registration");
    if (!canFollow(registration.status, "withdrawn")) return refuse("not-possible-now");
    const facts = getPublishedFacts(tx, registration.offeringId);
    const deadline = withdrawalDeadline(facts.offering, registration);
    if (deadline === null || ctx.now >= deadline) return refuse("too-late-to-cancel");
    const reason = hasUnconfirmedMove(registration) ? "the new dates do not suit" : "by the person";
    const refund = refundOf(facts.offering, registration, ctx.now);
    return ok(endRegistration(tx, ctx, facts, registration, { reason, staffName: null, refund }));
  });
}

/** What of the price comes back to whom gives up their seat now (R4), in words; all of it after a move that does not suit. */
export function refundOf(
  offering: Pick<Published<Offering>, "startsAt" | "timeZone" | "policy" | "priceCents">,
  registration: Pick<Registration, "status" | "moveToldAt" | "moveConfirmedAt">,
  now: number,
): string | null {
  const { refundTiers } = offering.policy;
  if (registration.status !== "registered" || offering.priceCents === 0 || !refundTiers?.length) return null;
  return hasUnconfirmedMove(registration) ? "100% of the price" : refundNow(offering, refundTiers, now);
}

/** The instant until which a person may end their registration by themselves (R4); null when there is nothing to end. */
export function withdrawalDeadline(
  offering: Pick<Published<Offering>, "startsAt" | "timeZone" | "policy">,
  registration: Pick<Registration, "status" | "moveToldAt" | "moveConfirmedAt">,
): number | null {
  if (!canFollow(registration.status, "withdrawn")) return null;
  if (registration.status !== "registered" || hasUnconfirmedMove(registration)) return offering.startsAt;
  return selfCancelDeadline(offering, offering.policy.cancelDays);
}

/** Whether the person was told of new dates and has not said that those suit them. */
export function hasUnconfirmedMove({
  moveToldAt,
  moveConfirmedAt,
}: Pick<Registration, "moveToldAt" | "moveConfirmedAt">): boolean {
  return moveToldAt !== null && (moveConfirmedAt ?? 0) < moveToldAt;
}

function checkEligibility(found: Eligibility): Outcome<null, RegistrationRefusal> {
  if (found.window !== "open") return refuse(found.window);
  if (found.outsideAudience) return refuse("not-in-audience");
  return found.missing.length > 0 ? refuse("missing-prerequisite") : ok(null);
}

/** The supervisor whom a free seat waits for; undefined where the offering needs none, or the person will wait. */
function checkSeatApproval(
  tx: Transaction,
  ctx: ActorContext,
  offering: Offering,
  email: string | undefined,
): Outcome<string | undefined, RegistrationRefusal> {
  const needed = offering.supervisorHours !== null && availabilityOf(countSeats(tx, offering)) === "open";
  return needed ? checkSupervisor(tx, ctx, email) : ok(undefined);
}
