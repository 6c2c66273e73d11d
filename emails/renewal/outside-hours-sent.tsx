import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  educatorName: string;
  queueUrl: string;
}

export default function OutsideHoursSent({ personName, providerName, educatorName, queueUrl }: Props) {
  return (
    <Layout
      preview={`${educatorName} asks you to check what they earned elsewhere.`}
      heading="Hours from elsewhere to check"
      personName={personName}
      reason={`You get this message because you are a registrar of ${providerName}.`}
    >
      <Paragraph>
        {educatorName} asks you to check hours that they earned elsewhere. You are told of each person once a day,
        however much they send.
      </Paragraph>
      <ActionButton href={queueUrl}>See what waits</ActionButton>
    </Layout>
  );
}

OutsideHoursSent.PreviewProps = {
  personName: "Phoebe Larkin",
  providerName: "Puget Sound ESD",
  educatorName: "Hana Takahashi",
  queueUrl: "https://hourbook.example/registrar/outside-hours",
} satisfies Props;
