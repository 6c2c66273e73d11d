import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  /** How far off it is, ready to read: "in a week", "in 3 days", "tomorrow", "today". */
  howSoon: string;
  /** Until when they are to be done, ready to read. */
  dueBy: string;
  /** What is not done yet. */
  steps: string[];
  registrationUrl: string;
}

export default function StepsDue(props: Props) {
  return (
    <Layout
      preview={`Steps of ${props.offeringTitle} are due ${props.howSoon}.`}
      heading={`Steps are due ${props.howSoon}`}
      personName={props.personName}
      reason={`You get this message because you hold a seat in this offering of ${props.providerName}.`}
    >
      <Paragraph>
        These steps of {props.offeringTitle} are not done yet. You do them online, on your own time, and each counts
        when it is done.
      </Paragraph>
      <Facts
        facts={[
          { label: "Due by", value: props.dueBy },
          { label: "To do", value: props.steps.join("; ") },
        ]}
      />
      <ActionButton href={props.registrationUrl}>See your steps</ActionButton>
    </Layout>
  );
}

StepsDue.PreviewProps = {
  personName: "Aroha Ngata",
  providerName: "Puget Sound ESD",
  offeringTitle: "Universal Design for Learning, Online",
  howSoon: "in 3 days",
  dueBy: "Wed, Mar 31, 2027 · 11:59 PM PDT",
  steps: ["Watch: barriers in a lesson", "What I will change"],
  registrationUrl: "https://hourbook.example/registrations/0194",
} satisfies Props;
