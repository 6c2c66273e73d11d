import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { formatDateTime } from "~/platform/format";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { inviteTo } from "~/registration/calendar/invitation.server";
import { addressee, describeOffering } from "~/registration/messages/offering-message.server";
import { changeStatus, type Registration } from "./registration-row.server";
import { holdsSeat } from "./status";
import { offerFreedSeats } from "~/registration/waitlist/waitlist.server";

/** Ends a registration, tells the person, takes its sessions off their calendar, and offers a freed seat to the next. */
export function endRegistration(
  tx: Transaction,
  ctx: Context,
  registration: Registration,
  { reason, staffName }: { reason: string; staffName: string | null },
): Registration {
  const ended = changeStatus(tx, ctx, registration, "withdrawn", { reason });
  const { offering, message } = describeOffering(tx, registration.offeringId);
  const { personName, ...to } = addressee(tx, registration.personId);
  const { sessions: _sessions, price: _price, ...about } = message;
  enqueueMessage(tx, ctx, {
    kind: "withdrawn",
    subjectId: registration.id,
    ...to,
    payload: {
      ...about,
      personName,
      withdrawnAt: formatDateTime(ctx.now, offering.timeZone),
      staffName,
      reason: staffName ? reason : null,
      refund: null,
    },
    ...(registration.status === "registered" && { calendar: inviteTo(tx, ctx, registration, "CANCEL") }),
  });
  if (holdsSeat(registration.status)) offerFreedSeats(tx, ctx, registration.offeringId);
  return ended;
}
