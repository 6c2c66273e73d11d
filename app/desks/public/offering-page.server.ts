import type { getPublicOffering } from "./public-catalog.server";
import { listQuestions } from "~/catalog/courses/question.server";
import type { Context } from "~/platform/context";
import { findClashes } from "~/registration/seats/clash.server";
import { type Eligibility, judgeEligibility, teaches } from "~/registration/seats/eligibility.server";
import { countSeats, findLiveRegistration, waitlistPosition } from "~/registration/seats/registration-row.server";
import { isBinding } from "~/registration/seats/commitment";
import { refundTerms } from "~/registration/seats/refund";
import { availabilityOf } from "~/registration/seats/seats";
import { registrationWindowAt, selfCancelDeadline } from "~/registration/seats/window";

type Looked = Pick<ReturnType<typeof getPublicOffering>, "offering" | "policy">;

/**
 * What whoever looks at an offering can do about it: the seats, their own place, what stands in their way, and what
 * registering would ask of them.
 */
export function readRegistering(ctx: Context, { offering, policy }: Looked) {
  const personId = ctx.actor?.personId ?? null;
  const mine = personId ? findLiveRegistration(ctx.db, offering.id, personId) : null;
  const seats = countSeats(ctx.db, offering);
  const questions = listQuestions(ctx.db, offering.courseId);
  const clashes = personId && !mine ? findClashes(ctx.db, personId, offering.id) : [];
  const supervisorHours = availabilityOf(seats) === "open" ? offering.supervisorHours : null;
  const withdrawBy = selfCancelDeadline(offering, policy.cancelDays);
  const binding = isBinding({ priceCents: offering.priceCents, withdrawBy }, ctx.now);
  return {
    seats,
    questions,
    withdrawBy,
    refund: refundTerms(offering, policy.refundTiers),
    clashes,
    /** For how many hours a seat would be held for a supervisor's answer; null where none is asked now. */
    supervisorHours,
    /** Whether there is something to answer or to read before registering. */
    hasForm: binding || supervisorHours !== null || questions.length > 0 || clashes.length > 0,
    eligibility: personId ? judgeEligibility(ctx.db, ctx.now, offering, personId) : forVisitor(ctx.now, offering),
    /** Whoever teaches an offering does not register for it. */
    teaches: personId !== null && teaches(ctx.db, offering.id, personId),
    signedIn: personId !== null,
    mine: mine && {
      id: mine.id,
      status: mine.status,
      position: waitlistPosition(ctx.db, mine),
      offerExpiresAt: mine.offerExpiresAt,
    },
  };
}

export type Registering = ReturnType<typeof readRegistering>;

function forVisitor(now: number, offering: Looked["offering"]): Eligibility {
  return {
    window: registrationWindowAt(offering, now),
    opensAt: offering.registrationOpensAt,
    outsideAudience: false,
    awaits: null,
    missing: [],
  };
}
