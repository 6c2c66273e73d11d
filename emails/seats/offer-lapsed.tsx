import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  /** When the hold ended, ready to read. */
  lapsedAt: string;
  offeringUrl: string;
}

export default function OfferLapsed(props: Props) {
  return (
    <Layout
      preview="The seat went to the next person in line."
      heading="Your held seat has lapsed"
      personName={props.personName}
      reason={`You get this message because a seat in this offering of ${props.providerName} was held for you.`}
    >
      <Paragraph>
        We held a seat in {props.offeringTitle} for you. It was not accepted in time, so it went to the next person in
        line and you are no longer on the waitlist.
      </Paragraph>
      <Facts
        facts={[
          { label: "Held until", value: props.lapsedAt },
          { label: "Provider", value: props.providerName },
        ]}
      />
      <Paragraph>If you still want to come, you can join the waitlist again, at its end.</Paragraph>
      <ActionButton href={props.offeringUrl}>See the offering</ActionButton>
    </Layout>
  );
}

OfferLapsed.PreviewProps = {
  personName: "Tigist Bekele",
  providerName: "Puget Sound ESD",
  offeringTitle: "Fractions on the Number Line, Grades 3–6",
  lapsedAt: "Thu, Jun 3, 2027 · 9:15 AM PDT",
  offeringUrl: "https://hourbook.example/offerings/0195",
} satisfies Props;
