import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  /** Most hours that may be claimed, ready to read: "5.5". */
  earnedHours: string;
  actionUrl: string;
}

export default function ClaimReminder(props: Props) {
  return (
    <Layout
      preview={`${props.earnedHours} clock hours wait for your claim.`}
      heading="Your clock hours still wait for you"
      personName={props.personName}
      reason={`You get this message because you attended this offering of ${props.providerName} and have not claimed your hours.`}
    >
      <Paragraph>
        You can claim up to {props.earnedHours} clock hours for {props.offeringTitle}. They reach your transcript only
        after you claimed them.
      </Paragraph>
      <ActionButton href={props.actionUrl}>Review and claim your hours</ActionButton>
      <Paragraph>If you do not need these hours, there is nothing to do.</Paragraph>
    </Layout>
  );
}

ClaimReminder.PreviewProps = {
  personName: "Kofi Mensah",
  providerName: "Puget Sound ESD",
  offeringTitle: "How Children Learn to Read",
  earnedHours: "22.5",
  actionUrl: "https://hourbook.example/claims/0197",
} satisfies Props;
