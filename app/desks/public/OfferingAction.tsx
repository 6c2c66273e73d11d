import { OnceField } from "~/ui/fields/OnceField";
import { Form } from "@remix-run/react";
import { FIRST_AUDIENCE_LABELS, type FirstAudience } from "~/catalog/offerings/offering-state";
import { formatDateTime } from "~/platform/format";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { Notice, StickyActions } from "~/ui/frame/Page";
import type { Registering } from "./offering-page.server";
import { RegistrationStatus } from "~/registration/seats/RegistrationStatus";
import { availabilityOf } from "~/registration/seats/seats";
import { Link } from "~/ui/Link";

interface OfferingActionProps extends Registering {
  offering: { id: string; timeZone: string; firstOpensAt: number | null; firstFor: FirstAudience | null };
}

/** What a person can do about an offering now: register, wait, see their registration, or nothing and why. */
export function OfferingAction(props: OfferingActionProps) {
  const { mine, eligibility, seats, offering } = props;
  if (mine) return <OwnRegistration mine={mine} timeZone={offering.timeZone} />;
  if (eligibility.window !== "open") return <NotOpen {...props} />;
  if (props.teaches) return <Notice tone="info" title="You teach this offering" />;
  if (eligibility.outsideAudience || eligibility.missing.length > 0) return <NotForYou {...props} />;
  if (availabilityOf(seats) === "full")
    return (
      <Notice tone="ended" title="Every seat is taken and the waitlist is full">
        <p>Look for other dates of this course.</p>
      </Notice>
    );
  return <Register {...props} />;
}

function Register({ offering, seats, signedIn, hasForm }: OfferingActionProps) {
  const label = availabilityOf(seats) === "open" ? "Register" : "Join the waitlist";
  const to = `/offerings/${offering.id}/register`;
  return (
    <StickyActions early>
      {!signedIn ? (
        <LinkButton to={to}>{`Sign in to ${label.charAt(0).toLowerCase()}${label.slice(1)}`}</LinkButton>
      ) : hasForm ? (
        <LinkButton to={to}>{label} …</LinkButton>
      ) : (
        <Form method="post" action={to} className="flex">
          <OnceField />
          <SubmitButton className="max-sm:flex-1">{label}</SubmitButton>
        </Form>
      )}
    </StickyActions>
  );
}

function OwnRegistration({ mine, timeZone }: { mine: NonNullable<Registering["mine"]>; timeZone: string }) {
  const offered = mine.status === "offered";
  return (
    <Notice
      tone={offered ? "attention" : "info"}
      title={offered ? "A seat is held for you" : "You have a place here"}
      action={
        <LinkButton to={`/registrations/${mine.id}`} variant={offered ? "primary" : "secondary"}>
          {offered ? "Answer the offer" : "See my registration"}
        </LinkButton>
      }
    >
      <RegistrationStatus {...mine} timeZone={timeZone} />
    </Notice>
  );
}

function NotOpen({ offering, eligibility }: OfferingActionProps) {
  if (eligibility.window !== "not-yet" || eligibility.opensAt === null)
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
  const { firstOpensAt, firstFor, timeZone } = offering;
  const others = firstOpensAt !== null && firstFor !== null && firstOpensAt < eligibility.opensAt;
  return (
    <Notice tone="info" title={`Registration opens ${formatDateTime(eligibility.opensAt, timeZone)}`}>
      {eligibility.awaits ? (
        <Awaiting organisation={eligibility.awaits} offeringId={offering.id} />
      ) : others ? (
        <p>
          {FIRST_AUDIENCE_LABELS[firstFor]} may register from {formatDateTime(firstOpensAt, timeZone)}. If that is you,
          keep your workplace up to date in <Link to="/profile">your profile</Link>.
        </p>
      ) : null}
    </Notice>
  );
}

function NotForYou({ eligibility, offering }: OfferingActionProps) {
  if (eligibility.outsideAudience)
    return (
      <Notice tone="attention" title="This offering is for its audience only">
        {eligibility.awaits ? (
          <Awaiting organisation={eligibility.awaits} offeringId={offering.id} />
        ) : (
          <p>
            Your profile says that you work in another role. If that is wrong, correct{" "}
            <Link to="/profile">your profile</Link>; otherwise{" "}
            <Link to={askAbout(offering.id)}>ask the coordinator</Link>.
          </p>
        )}
      </Notice>
    );
  return (
    <Notice tone="attention" title="You need a credit for another course first">
      <ul>
        {eligibility.missing.map(({ id, title }) => (
          <li key={id}>
            <Link to={`/courses/${id}`}>{title}</Link>
          </li>
        ))}
      </ul>
      <p>
        If you took it elsewhere, <Link to={askAbout(offering.id)}>ask the coordinator</Link>.
      </p>
    </Notice>
  );
}

/** What would change it: somebody else's word for what the person says of themselves. */
function Awaiting({ organisation, offeringId }: { organisation: string; offeringId: string }) {
  return (
    <p>
      You can register once {organisation}’s HR has confirmed that you work there, as{" "}
      <Link to="/profile">your profile</Link> says. Ask them to look at Hourbook, or{" "}
      <Link to={askAbout(offeringId)}>ask the coordinator</Link>.
    </p>
  );
}

const askAbout = (offeringId: string): string => `/inquiries/new?about=offering&offering=${offeringId}`;
