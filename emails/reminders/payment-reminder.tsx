import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  claimedHours: string;
  /** What is due, ready to read: "$16.50". */
  amount: string;
  actionUrl: string;
}

export default function PaymentReminder(props: Props) {
  return (
    <Layout
      preview={`${props.amount} is open for ${props.claimedHours} clock hours.`}
      heading="The fee for your hours is still open"
      personName={props.personName}
      reason={`You get this message because you claimed hours for this offering of ${props.providerName}.`}
    >
      <Paragraph>
        Your claim for {props.offeringTitle} waits for its fee. Your hours are posted after {props.providerName} has
        received it.
      </Paragraph>
      <Facts
        facts={[
          { label: "Clock hours claimed", value: props.claimedHours },
          { label: "Fee", value: props.amount },
        ]}
      />
      <ActionButton href={props.actionUrl}>See how to pay</ActionButton>
      <Paragraph>If you have paid already, thank you: it takes a few days until we see it.</Paragraph>
    </Layout>
  );
}

PaymentReminder.PreviewProps = {
  personName: "Daniel Okafor",
  providerName: "Puget Sound ESD",
  offeringTitle: "Grading That Tells the Truth",
  claimedHours: "5.5",
  amount: "$16.50",
  actionUrl: "https://hourbook.example/claims/0198",
} satisfies Props;
