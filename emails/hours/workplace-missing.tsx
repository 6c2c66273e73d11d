import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  hours: string;
  completedOn: string;
  actionUrl: string;
}

export default function WorkplaceMissing(props: Props) {
  return (
    <Layout
      preview={`Say where you worked on ${props.completedOn}, so that your hours reach your district.`}
      heading="Where did you work?"
      personName={props.personName}
      reason={`You get this message because ${props.providerName} posted clock hours of yours.`}
    >
      <Paragraph>
        Your hours of {props.offeringTitle} are posted, but nothing is entered of where you worked on the day you
        completed it. So the HR of no district sees them.
      </Paragraph>
      <Facts
        facts={[
          { label: "Completed on", value: props.completedOn },
          { label: "Clock hours", value: props.hours },
          { label: "Provider", value: props.providerName },
        ]}
      />
      <Paragraph>
        Enter your district and your first day there. Its HR confirms it and finds the hours in its next export. If you
        worked for no district that day, there is nothing to do: your certificate and transcript hold the hours.
      </Paragraph>
      <ActionButton href={props.actionUrl}>Enter where you worked</ActionButton>
    </Layout>
  );
}

WorkplaceMissing.PreviewProps = {
  personName: "Carlos Ibáñez",
  providerName: "Puget Sound ESD",
  offeringTitle: "Algebra 1 for Everyone",
  hours: "12",
  completedOn: "Tue, Apr 20, 2027",
  actionUrl: "https://hourbook.example/profile",
} satisfies Props;
