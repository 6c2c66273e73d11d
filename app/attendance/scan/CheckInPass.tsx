import { LinkButton } from "~/ui/Button";
import { Section } from "~/ui/frame/Page";
import type { findShownPass } from "./pass.server";

interface CheckInPassProps {
  pass: NonNullable<Awaited<ReturnType<typeof findShownPass>>>;
  registrationId: string;
}

/** The pass with which somebody checks in at the door: its picture, its short code, and a card to print. */
export function CheckInPass({ pass: { picture, code }, registrationId }: CheckInPassProps) {
  return (
    <Section title="Check-in pass" description="Show it at the door of each session, or say its short code.">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <img
          src={picture}
          width={212}
          height={212}
          alt={`QR code of your check-in pass. Its short code is ${code}.`}
          className="rounded-lg border border-line"
        />
        <div className="grid justify-items-start gap-3">
          <p>
            Short code <strong className="ml-1 font-mono text-xl tracking-wide whitespace-nowrap">{code}</strong>
          </p>
          <LinkButton to={`/registrations/${registrationId}/pass`} variant="secondary" reloadDocument download>
            Print it as a card
          </LinkButton>
        </div>
      </div>
    </Section>
  );
}
