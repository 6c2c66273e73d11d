import { Arrival, ARRIVAL_EXAMPLE, type ArrivalFacts } from "../parts/Arrival";
import { CheckInPass, type Pass, PASS_EXAMPLE } from "../parts/CheckInPass";
import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";
import { SessionLines, type SessionLine } from "../parts/SessionLines";

export interface Props extends ArrivalFacts {
  pass: Pass | null;
  personName: string;
  providerName: string;
  offeringTitle: string;
  staffName: string;
  reason: string;
  sessions: SessionLine[];
  /** The sessions that the person is no longer registered for. */
  before: SessionLine[];
  registrationUrl: string;
}

export default function RegistrationMoved(props: Props) {
  return (
    <Layout
      preview={`Your seat is now ${props.sessions[0]?.when ?? "on other dates"}.`}
      heading="You were moved to other dates"
      personName={props.personName}
      reason={`You get this message because you hold a seat in this offering of ${props.providerName}.`}
    >
      <Paragraph>
        {props.staffName} moved you to other dates of {props.offeringTitle}. Your seat is now in:
      </Paragraph>
      <SessionLines sessions={props.sessions} />
      <Arrival {...props} />
      <CheckInPass pass={props.pass} />
      <Paragraph>You are no longer registered for the sessions below.</Paragraph>
      <SessionLines sessions={props.before} />
      <Facts
        facts={[
          { label: "Reason", value: props.reason },
          { label: "Provider", value: props.providerName },
        ]}
      />
      <Paragraph>If the new dates do not suit you, withdraw on the page or answer the provider.</Paragraph>
      <ActionButton href={props.registrationUrl}>See your registration</ActionButton>
    </Layout>
  );
}

RegistrationMoved.PreviewProps = {
  ...ARRIVAL_EXAMPLE,
  pass: PASS_EXAMPLE,
  personName: "Marcus Alder",
  providerName: "Puget Sound ESD",
  offeringTitle: "Writing Across the Day",
  staffName: "Cora Coordinator",
  reason: "You asked for the spring dates.",
  sessions: [{ when: "Tue, Apr 13, 2027 · 8:00 AM–4:00 PM PDT", where: "Renton", joinUrl: null }],
  before: [{ when: "Tue, Mar 9, 2027 · 8:00 AM–4:00 PM PST", where: "Renton" }],
  registrationUrl: "https://hourbook.example/registrations/0196",
} satisfies Props;
