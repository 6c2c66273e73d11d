import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  claimedHours: string;
  actionUrl: string;
}

export default function EvaluationReminder(props: Props) {
  return (
    <Layout
      preview="Your evaluation is the next step to your hours."
      heading="Your evaluation is still open"
      personName={props.personName}
      reason={`You get this message because you claimed hours for this offering of ${props.providerName}.`}
    >
      <Paragraph>
        You claimed {props.claimedHours} clock hours for {props.offeringTitle}. They can be posted once you have
        evaluated the offering. It takes about two minutes, and your answers are kept apart from your name.
      </Paragraph>
      <ActionButton href={props.actionUrl}>Evaluate the offering</ActionButton>
    </Layout>
  );
}

EvaluationReminder.PreviewProps = {
  personName: "Leilani Kealoha",
  providerName: "Puget Sound ESD",
  offeringTitle: "Grading That Tells the Truth",
  claimedHours: "5.5",
  actionUrl: "https://hourbook.example/claims/0198",
} satisfies Props;
