import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  hours: string;
  registrarName: string;
  answer: string;
  actionUrl: string;
}

export default function CorrectionDeclined(props: Props) {
  return (
    <Layout
      preview={`${props.hours} clock hours stay on your record.`}
      heading="Your hours stay as they are"
      personName={props.personName}
      reason={`You get this message because you asked ${props.providerName} for a correction.`}
    >
      <Paragraph>
        You asked for a correction of your hours for {props.offeringTitle}. The registrar has looked at it and left the
        entry as it is.
      </Paragraph>
      <Facts
        facts={[
          { label: "Hours on record", value: props.hours },
          { label: "Answer", value: props.answer },
          { label: "From", value: props.registrarName },
        ]}
      />
      <Paragraph>If you know something that the registrar could not see, you can ask again and say so.</Paragraph>
      <ActionButton href={props.actionUrl}>See how your hours were counted</ActionButton>
    </Layout>
  );
}

CorrectionDeclined.PreviewProps = {
  personName: "Priya Nair",
  providerName: "Puget Sound ESD",
  offeringTitle: "Number Talks That Go Somewhere",
  hours: "4.5",
  registrarName: "Phoebe Larkin",
  answer: "The sign-in sheet shows that you left at 12:30.",
  actionUrl: "https://hourbook.example/claims/example",
} satisfies Props;
