import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  /** First session, ready to read. */
  startsAt: string;
  /** Place in the line, 1 is next. */
  position: number;
  /** How long an offered seat is held: "24 hours". */
  offerHeldFor: string;
  offeringUrl: string;
}

export default function Waitlisted(props: Props) {
  return (
    <Layout
      preview={`You are number ${props.position} in line.`}
      heading={`You are number ${props.position} on the waitlist`}
      personName={props.personName}
      reason={`You get this message because you joined the waitlist of this offering of ${props.providerName}.`}
    >
      <Paragraph>All seats in {props.offeringTitle} are taken, and you are on its waitlist.</Paragraph>
      <Facts
        facts={[
          { label: "Your position on the waitlist", value: String(props.position) },
          { label: "First session", value: props.startsAt },
          { label: "Provider", value: props.providerName },
        ]}
      />
      <Paragraph>
        When a seat comes free and you are next, we send you an offer and hold the seat for {props.offerHeldFor}. You
        can leave the waitlist at any time before the first session.
      </Paragraph>
      <ActionButton href={props.offeringUrl}>See your position on the waitlist</ActionButton>
    </Layout>
  );
}

Waitlisted.PreviewProps = {
  personName: "Guled Farah",
  providerName: "Puget Sound ESD",
  offeringTitle: "Restorative Circles: From Community to Repair",
  startsAt: "Wed, Apr 7, 2027 · 4:30 PM PDT",
  position: 3,
  offerHeldFor: "24 hours",
  offeringUrl: "https://hourbook.example/offerings/0193",
} satisfies Props;
