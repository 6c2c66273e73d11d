import { formatDateTime } from "~/platform/format";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Notice, StickyActions } from "~/ui/frame/Page";
import type { getMyRegistration } from "./registration-page.server";
import type { WaitReason } from "~/registration/seats/seats";
import { SupervisorField } from "~/registration/approval/SupervisorField";
import { CommitmentFacts, labelWithPrice } from "~/registration/seats/CommitmentFacts";
import { isOffered, isRequested } from "~/registration/seats/held-seat";

type RegistrationActionProps = ReturnType<typeof getMyRegistration> & {
  now: number;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
};

/** With the instant until which the seat is held, epoch milliseconds. */
type HeldProps = RegistrationActionProps & { expiresAt: number };

/** What a person can do with their registration: answer an offer or a move, or withdraw (R4). All are POSTs (R5). */
export function RegistrationAction(props: RegistrationActionProps) {
  const { registration } = props;
  if (isOffered(registration) && registration.offerExpiresAt > props.now) {
    return <Offer {...props} expiresAt={registration.offerExpiresAt} />;
  }
  return (
    <>
      {registration.status === "waitlisted" ? <Waiting {...props} /> : null}
      {isRequested(registration) ? <Requested {...props} expiresAt={registration.requestExpiresAt} /> : null}
      {props.askedToConfirm ? <Moved {...props} /> : <Withdrawal {...props} />}
    </>
  );
}

function Offer({ offering, title, lastResult, expiresAt, leaveBy, refundTerms, now }: HeldProps) {
  const [form, fields] = useServerForm<{ supervisorEmail: string }>({ id: "accept", lastResult });
  return (
    <>
      <Notice tone="attention" title="A seat is held for you">
        <p>Accept it by {formatDateTime(expiresAt, offering.timeZone)}. After that it goes to the next person.</p>
      </Notice>
      <CommitmentFacts {...offering} withdrawBy={leaveBy} refund={refundTerms} now={now} />
      <FormFrame form={form} className="contents">
        {offering.supervisorHours === null ? null : (
          <SupervisorField field={fields.supervisorEmail} hours={offering.supervisorHours} />
        )}
      </FormFrame>
      <StickyActions>
        <SubmitButton form={form.id} intent="accept">
          {labelWithPrice("Accept the seat", offering.priceCents)}
        </SubmitButton>
        <ConfirmDialog
          trigger="Decline"
          title={`Decline the seat in ${title}?`}
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

const WAIT_REASONS: Record<WaitReason, string> = {
  "no-free-seat": "When somebody withdraws, the seat is offered to the first in the queue by email.",
  "seats-on-offer": "Seats are on offer to others, who have yet to answer. What they decline goes to the next.",
  "seats-requested":
    "Seats are held for people whose supervisors have yet to answer. What they decline goes to the next.",
  "registration-closed":
    "A seat is free, but registration has closed, so none is offered any more. The coordinator can still give it to you.",
  "being-offered": "A seat is free and is being offered in order.",
};

function Waiting({ position, waitReason }: RegistrationActionProps) {
  const number = position ?? 1;
  return (
    <Notice
      tone="waiting"
      title={number === 1 ? "You are next on the waitlist" : `You are number ${number} on the waitlist`}
    >
      <p>{WAIT_REASONS[waitReason]}</p>
    </Notice>
  );
}

function Requested({ offering, supervisorEmail, expiresAt }: HeldProps) {
  return (
    <Notice tone="waiting" title="Your seat waits for your supervisor">
      <p>
        We asked {supervisorEmail} to approve. Your seat is held until {formatDateTime(expiresAt, offering.timeZone)}.
      </p>
    </Notice>
  );
}

function Moved({ offering, title, lastResult }: RegistrationActionProps) {
  const [form] = useServerForm({ id: "confirm", lastResult });
  return (
    <>
      <Notice tone="attention" title="The dates or the place changed">
        <p>
          You kept your seat. Please say whether the change suits you. Until{" "}
          {formatDateTime(offering.startsAt, offering.timeZone)} you can leave without penalty.
        </p>
      </Notice>
      <FormFrame form={form} className="contents">
        {null}
      </FormFrame>
      <StickyActions>
        <SubmitButton form={form.id} intent="confirm">
          It suits me
        </SubmitButton>
        <ConfirmDialog trigger="Leave" title={`Leave ${title}?`} confirmLabel="Leave" intent="withdraw">
          <p>You give up your seat. It goes to the next person. It costs you nothing.</p>
        </ConfirmDialog>
      </StickyActions>
    </>
  );
}

const LEAVES: Record<string, { label: string; lost: string }> = {
  registered: {
    label: "Withdraw",
    lost: "You lose your seat. It goes to the next person, and you could only get back by registering again.",
  },
  requested: { label: "Take the request back", lost: "Your seat goes to the next person." },
  waitlisted: { label: "Leave the waitlist", lost: "You lose your position on the waitlist." },
};

function Withdrawal({ registration, offering, title, withdrawBy, refund, now }: RegistrationActionProps) {
  const leaves = LEAVES[registration.status];
  if (withdrawBy === null || !leaves) return null;
  const until = formatDateTime(withdrawBy, offering.timeZone);
  if (now >= withdrawBy) {
    return registration.status === "registered" ? (
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="text-soft">The time to withdraw by yourself ended {until}. If you cannot come, ask.</p>
        <LinkButton to={`/inquiries/new?about=cancel&offering=${offering.id}`} variant="secondary" size="sm">
          Ask to cancel
        </LinkButton>
      </div>
    ) : null;
  }
  return (
    <div className="grid gap-2">
      <p className="text-soft">
        You can {leaves.label.charAt(0).toLowerCase() + leaves.label.slice(1)} until {until}.
      </p>
      <div className="flex flex-wrap gap-3">
        <ConfirmDialog
          trigger={leaves.label}
          title={`${leaves.label}: ${title}?`}
          confirmLabel={leaves.label}
          intent="withdraw"
        >
          <p>{leaves.lost}</p>
          {refund ? <p>What comes back to you: {refund.charAt(0).toLowerCase() + refund.slice(1)}.</p> : null}
        </ConfirmDialog>
      </div>
    </div>
  );
}
