import { eq } from "drizzle-orm";
import { registrations } from "#drizzle/schema/registration";
import { asPublished, getOfferingFacts } from "~/catalog/offerings/offering-facts.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import type { Context } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatDateTime } from "~/platform/format";
import type { CalendarAnswer } from "~/platform/mail/calendar-answer";
import { dateOf } from "~/platform/time/time-zone";
import { addressee, nameOffering, replyToOf } from "~/registration/messages/offering-message.server";
import { holdsSeat } from "~/registration/seats/status";
import { selfCancelDeadline } from "~/registration/seats/window";

/** What became of a calendar's answer. */
export type AnsweredCalendar = "told-how-to-withdraw" | "automatic";

/**
 * Tells a person whose calendar declined, or proposed another time, that they keep their seat until they withdraw, and how to.
 * Mail never changes anything by itself (R5), and an answer that anybody can write withdraws nobody. Once a day of one
 * registration, and only to the mailbox that was invited.
 */
export function takeCalendarAnswer(ctx: Context, answer: CalendarAnswer): AnsweredCalendar {
  if (answer.says !== "declined" && answer.says !== "proposed") return "automatic";
  const [registrationId = ""] = answer.key.split(".");
  return inTransaction(ctx.db, (tx) => {
    const registration = tx.select().from(registrations).where(eq(registrations.id, registrationId)).get();
    if (!registration || !holdsSeat(registration.status)) return "automatic";
    const facts = asPublished(getOfferingFacts(tx, registration.offeringId));
    const { offering } = facts;
    const { personName, ...to } = addressee(tx, registration.personId);
    if (offering.endsAt <= ctx.now || !to.recipient || !answer.from.includes(to.recipient.toLowerCase()))
      return "automatic";
    const withdrawBy = selfCancelDeadline(offering, offering.policy.cancelDays);
    enqueueMessage(tx, ctx, {
      kind: "calendar-declined",
      subjectId: registration.id,
      ...to,
      occasion: dateOf(ctx.now, offering.timeZone),
      replyTo: replyToOf(facts),
      payload: {
        ...nameOffering(tx, offering.id),
        personName,
        proposed: answer.says === "proposed",
        withdrawBy: withdrawBy > ctx.now ? formatDateTime(withdrawBy, offering.timeZone) : null,
        registrationUrl: `${origin}/registrations/${registration.id}`,
      },
    });
    return "told-how-to-withdraw";
  });
}
