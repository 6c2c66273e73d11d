import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  organisationName: string;
  educatorName: string;
  queueUrl: string;
}

export default function HoursSubmitted({ personName, organisationName, educatorName, queueUrl }: Props) {
  return (
    <Layout
      preview={`${educatorName} asks you to accept hours that you do not see by yourself.`}
      heading="Submitted hours to decide"
      personName={personName}
      reason={`You get this message because you work in HR of ${organisationName}.`}
    >
      <Paragraph>
        {educatorName} submitted hours to {organisationName}: of a time when no workplace with you was on file, or from
        elsewhere. Accept them, or return them with a reason. You are told of each person once a day, however often they
        submit.
      </Paragraph>
      <ActionButton href={queueUrl}>See what waits</ActionButton>
    </Layout>
  );
}

HoursSubmitted.PreviewProps = {
  personName: "Helen Ortiz",
  organisationName: "Highline",
  educatorName: "Hana Takahashi",
  queueUrl: "https://hourbook.example/hr/submitted",
} satisfies Props;
