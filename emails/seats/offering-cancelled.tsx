import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";
import { SessionLines, type SessionLine } from "../parts/SessionLines";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  /** The sessions that will not happen. */
  sessions: SessionLine[];
  reason: string | null;
  refund: string | null;
  catalogUrl: string;
}

export default function OfferingCancelled(props: Props) {
  return (
    <Layout
      preview="It will not take place. You need not do anything."
      heading="This offering is cancelled"
      personName={props.personName}
      reason={`You get this message because you were registered or on the waitlist for this offering of ${props.providerName}.`}
    >
      <Paragraph>
        {props.providerName} has cancelled {props.offeringTitle}. It will not take place, and your registration has
        ended. You need not do anything. These sessions are off:
      </Paragraph>
      <SessionLines sessions={props.sessions} />
      <Facts
        facts={[
          { label: "Reason", value: props.reason },
          { label: "Refund", value: props.refund },
          { label: "Provider", value: props.providerName },
        ]}
      />
      <ActionButton href={props.catalogUrl}>Look for another course</ActionButton>
    </Layout>
  );
}

OfferingCancelled.PreviewProps = {
  personName: "陳美玲",
  providerName: "Puget Sound ESD",
  offeringTitle: "Engineering Design With Cardboard",
  sessions: [{ when: "Sat, Mar 20, 2027 · 8:30 AM–3:30 PM PDT", where: "Tideflats Innovation Lab, Tacoma" }],
  reason: "The instructor is ill and no replacement was found.",
  refund: "$45.00 goes back to your card",
  catalogUrl: "https://hourbook.example/courses",
} satisfies Props;
