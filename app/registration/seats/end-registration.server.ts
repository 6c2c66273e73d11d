import type { PublishedFacts } from "~/catalog/offerings/offering-facts.server";
import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { formatDateTime } from "~/platform/format";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { calendarPartsOf } from "~/registration/calendar/calendar-parts.server";
import { addressee, describeOffering, replyToOf } from "~/registration/messages/offering-message.server";
import { changeStatus, type Registration } from "./registration-row.server";
import { holdsSeat } from "./status";
import { offerFreedSeats } from "~/registration/waitlist/waitlist.server";

/** Ends a registration, tells the person, takes its sessions off their calendar, and offers a freed seat to the next. */
export function endRegistration(
  tx: Transaction,
  ctx: Context,
  facts: PublishedFacts,
  registration: Registration,
  { reason, staffName, refund = null }: { reason: string; staffName: string | null; refund?: string | null },
): Registration {
  const ended = changeStatus(tx, ctx, registration, "withdrawn", { reason });
  const to = addressee(tx, registration.personId);
  const { sessions: _sessions, price: _price, ...about } = describeOffering(facts);
  enqueueMessage(tx, ctx, {
    kind: "withdrawn",
    subjectId: registration.id,
    ...to,
    replyTo: replyToOf(facts),
    payload: {
      ...about,
      personName: to.personName,
      withdrawnAt: formatDateTime(ctx.now, facts.offering.timeZone),
      staffName,
      reason: staffName ? reason : null,
      refund,
    },
    ...(registration.status === "registered" && {
      calendar: calendarPartsOf({ facts, to, now: ctx.now }, registration, "CANCEL"),
    }),
  });
  if (holdsSeat(registration.status)) offerFreedSeats(tx, ctx, facts);
  return ended;
}
