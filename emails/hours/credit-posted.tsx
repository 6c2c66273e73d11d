import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  inServiceNumber: string;
  hours: string;
  completedOn: string;
  /** Topics with their hours, ready to read: "EQUITY 5.5". */
  designations: string[];
  transcriptUrl: string;
}

export default function CreditPosted(props: Props) {
  return (
    <Layout
      preview={`${props.hours} clock hours are on your record.`}
      heading="Your clock hours are posted"
      personName={props.personName}
      reason={`You get this message because ${props.providerName} posted clock hours to your record.`}
    >
      <Paragraph>
        {props.providerName} has verified your claim for {props.offeringTitle}. The hours are on your record and on your
        transcript.
      </Paragraph>
      <Facts
        facts={[
          { label: "Clock hours", value: props.hours },
          { label: "Completed", value: props.completedOn },
          { label: "In-service number", value: props.inServiceNumber },
          { label: "Counts for", value: props.designations.join(", ") },
          { label: "Provider", value: props.providerName },
        ]}
      />
      <ActionButton href={props.transcriptUrl}>See your hours and transcript</ActionButton>
    </Layout>
  );
}

CreditPosted.PreviewProps = {
  personName: "Halima Nur",
  providerName: "Puget Sound ESD",
  offeringTitle: "Grading That Tells the Truth",
  inServiceNumber: "PS-2027-0088",
  hours: "5.5",
  completedOn: "Sat, Feb 6, 2027",
  designations: ["EQUITY 5.5", "TPEP 5.5"],
  transcriptUrl: "https://hourbook.example/transcript",
} satisfies Props;
