import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  educatorName: string;
  providerName: string;
  offeringTitle: string;
  inServiceNumber: string;
  hoursBefore: string;
  hoursAfter: string;
  reason: string;
  exportUrl: string;
}

export default function CreditCorrectedDistrict(props: Props) {
  return (
    <Layout
      preview={`From ${props.hoursBefore} to ${props.hoursAfter} clock hours.`}
      heading="Hours that you exported were corrected"
      personName={props.personName}
      reason="You get this message because your district has exported an earlier version of this entry."
    >
      <Paragraph>
        {props.providerName} has corrected the hours of {props.educatorName} for {props.offeringTitle}. Your next export
        of new lines carries the correction.
      </Paragraph>
      <Facts
        facts={[
          { label: "Hours before", value: props.hoursBefore },
          { label: "Hours now", value: props.hoursAfter },
          { label: "Reason", value: props.reason },
          { label: "In-service number", value: props.inServiceNumber },
        ]}
      />
      <ActionButton href={props.exportUrl}>Go to exports</ActionButton>
    </Layout>
  );
}

CreditCorrectedDistrict.PreviewProps = {
  personName: "Noor Sample",
  educatorName: "Priya Nair",
  providerName: "Puget Sound ESD",
  offeringTitle: "Number Talks That Go Somewhere",
  inServiceNumber: "PSESD-2627-0065",
  hoursBefore: "6",
  hoursAfter: "4.5",
  reason: "Attendance on March 3 was recorded for another person.",
  exportUrl: "https://hourbook.example/hr/export",
} satisfies Props;
