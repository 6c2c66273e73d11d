import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  inServiceNumber: string;
  hoursBefore: string;
  hoursAfter: string;
  reason: string;
  approverName: string;
  correctedOn: string;
  transcriptUrl: string;
}

export default function CreditCorrected(props: Props) {
  return (
    <Layout
      preview={`From ${props.hoursBefore} to ${props.hoursAfter} clock hours.`}
      heading="Your clock hours were corrected"
      personName={props.personName}
      reason={`You get this message because ${props.providerName} corrected an entry of your record. The earlier entry stays on file.`}
    >
      <Paragraph>
        {props.providerName} has corrected your hours for {props.offeringTitle}. A transcript issued before this date no
        longer shows your current record.
      </Paragraph>
      <Facts
        facts={[
          { label: "Hours before", value: props.hoursBefore },
          { label: "Hours now", value: props.hoursAfter },
          { label: "Reason", value: props.reason },
          { label: "Approved by", value: props.approverName },
          { label: "Corrected", value: props.correctedOn },
          { label: "In-service number", value: props.inServiceNumber },
          { label: "Provider", value: props.providerName },
        ]}
      />
      <Paragraph>If you think this is wrong, you can ask for a correction on the page of your hours.</Paragraph>
      <ActionButton href={props.transcriptUrl}>See your transcript</ActionButton>
    </Layout>
  );
}

CreditCorrected.PreviewProps = {
  personName: "Priya Nair",
  providerName: "Puget Sound ESD",
  offeringTitle: "Number Talks That Go Somewhere",
  inServiceNumber: "PS-2027-0065",
  hoursBefore: "6",
  hoursAfter: "4.5",
  reason: "Attendance on March 3 was recorded for another person.",
  approverName: "Phoebe Larkin",
  correctedOn: "Mon, Mar 22, 2027",
  transcriptUrl: "https://hourbook.example/transcript",
} satisfies Props;
