import { Form } from "@remix-run/react";
import { formatDateTime } from "~/platform/format";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { Notice, StickyActions } from "~/ui/Page";
import { RegistrationStatus } from "./RegistrationStatus";
import { availabilityOf, type SeatCounts } from "./seats";
import type { RegistrationStatus as Status } from "./status";

interface OfferingActionProps {
  offeringId: string;
  timeZone: string;
  registrationOpensAt: number | null;
  window: "open" | "not-published" | "not-yet" | "closed";
  seats: SeatCounts;
  signedIn: boolean;
  /** The visitor's own registration, if they have one. */
  mine: { id: string; status: Status; position: number | null; offerExpiresAt: number | null } | null;
}

/** What a person can do about an offering now: register, wait, see their place, or nothing and why. */
export function OfferingAction(props: OfferingActionProps) {
  const { offeringId, timeZone, window, seats, signedIn, mine } = props;
  if (mine) {
    return (
      <Notice
        tone={mine.status === "offered" ? "attention" : "info"}
        title={mine.status === "offered" ? "A seat is held for you" : "You have a place here"}
        action={
          <LinkButton to={`/registrations/${mine.id}`} variant={mine.status === "offered" ? "primary" : "secondary"}>
            {mine.status === "offered" ? "Answer the offer" : "See my registration"}
          </LinkButton>
        }
      >
        <RegistrationStatus {...mine} timeZone={timeZone} />
      </Notice>
    );
  }
  if (window === "not-yet")
    return <Notice tone="info" title={`Registration opens ${formatDateTime(props.registrationOpensAt!, timeZone)}`} />;
  if (window !== "open")
    return (
      <Notice
        tone="ended"
        title="Registration has closed"
        action={
          <LinkButton to="/catalog" variant="secondary">
            Look for other courses
          </LinkButton>
        }
      />
    );
  const availability = availabilityOf(seats);
  if (availability === "full")
    return (
      <Notice tone="ended" title="Every seat and every place on the waitlist is taken">
        <p>Look for other dates of this course.</p>
      </Notice>
    );
  const label = availability === "open" ? "Register" : "Join the waitlist";
  return (
    <StickyActions early>
      {signedIn ? (
        <Form method="post" action={`/offerings/${offeringId}/register`} className="flex">
          <SubmitButton className="max-sm:flex-1">{label}</SubmitButton>
        </Form>
      ) : (
        <LinkButton
          to={`/offerings/${offeringId}/register`}
        >{`Sign in to ${label.charAt(0).toLowerCase()}${label.slice(1)}`}</LinkButton>
      )}
    </StickyActions>
  );
}
