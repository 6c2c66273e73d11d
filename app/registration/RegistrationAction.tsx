import { Form } from "@remix-run/react";
import { formatDateTime, plural } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Notice, StickyActions } from "~/ui/Page";
import { freeSeats, type SeatCounts } from "./seats";
import type { RegistrationStatus } from "./status";

interface RegistrationActionProps {
  status: RegistrationStatus;
  title: string;
  timeZone: string;
  offerExpiresAt: number | null;
  position: number | null;
  seats: SeatCounts;
  /** Until when the person may withdraw by themselves; null when there is nothing to withdraw. */
  withdrawBy: number | null;
  now: number;
}

/** What a person can do with their registration: answer an offer, or withdraw (R4). Both are POSTs from the page (R5). */
export function RegistrationAction(props: RegistrationActionProps) {
  const { status, timeZone, offerExpiresAt } = props;
  if (status === "offered" && offerExpiresAt !== null && offerExpiresAt > props.now) {
    return (
      <>
        <Notice tone="attention" title="A seat is held for you">
          <p>Accept it by {formatDateTime(offerExpiresAt, timeZone)}. After that it goes to the next person.</p>
        </Notice>
        <StickyActions>
          <Form method="post" className="flex">
            <SubmitButton intent="accept" className="max-sm:flex-1">
              Accept the seat
            </SubmitButton>
          </Form>
          <ConfirmDialog
            trigger="Decline"
            title={`Decline the seat in ${props.title}?`}
            confirmLabel="Decline the seat"
            cancelLabel="Keep the offer"
            intent="decline"
          >
            <p>The seat goes to the next person on the waitlist. You could only join again at the end of the queue.</p>
          </ConfirmDialog>
        </StickyActions>
      </>
    );
  }
  return (
    <>
      {status === "waitlisted" ? <Waiting {...props} /> : null}
      <Withdrawal {...props} />
    </>
  );
}

function Waiting({ position, seats }: RegistrationActionProps) {
  const ahead = (position ?? 1) - 1;
  return (
    <Notice tone="waiting" title={ahead === 0 ? "You are next" : `${plural(ahead, "person", "people")} ahead of you`}>
      <p>
        {freeSeats(seats) > 0
          ? "A seat is free and is being offered in order."
          : seats.offered > 0
            ? `${plural(seats.offered, "seat is", "seats are")} on offer to others, who have yet to answer.`
            : "When somebody withdraws, the seat is offered to the first in the queue by email."}
      </p>
    </Notice>
  );
}

function Withdrawal({ status, title, timeZone, withdrawBy, now }: RegistrationActionProps) {
  if (withdrawBy === null) return null;
  const leaves = status === "registered" ? "Withdraw" : "Leave the waitlist";
  if (now >= withdrawBy) {
    return status === "registered" ? (
      <p className="text-soft">
        The time to withdraw by yourself ended {formatDateTime(withdrawBy, timeZone)}. If you cannot come, ask the
        coordinator.
      </p>
    ) : null;
  }
  return (
    <div className="grid gap-2">
      <p className="text-soft">
        You can {leaves.toLowerCase()} until {formatDateTime(withdrawBy, timeZone)}.
      </p>
      <div className="flex flex-wrap gap-3">
        <ConfirmDialog trigger={leaves} title={`${leaves}: ${title}?`} confirmLabel={leaves} intent="withdraw">
          <p>
            {status === "registered"
              ? "You lose your seat. It goes to the next person, and you could only get back by registering again."
              : "You lose your place in the queue."}
          </p>
        </ConfirmDialog>
      </div>
    </div>
  );
}
