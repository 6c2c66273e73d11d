import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  /** How much, ready to read: "3 portfolios". */
  waiting: string;
  items: { title: string; promisedOn: string }[];
  queueUrl: string;
}

export default function AssessorQueue(props: Props) {
  return (
    <Layout
      preview={`Waiting for an assessor: ${props.waiting}.`}
      heading="In the queue for assessors"
      personName={props.personName}
      reason="You get this message at most once a day, when something waits, because you are an assessor."
    >
      <Paragraph>
        {props.waiting} to read. The promise that ends first stands on top. Take what you have time for; the others go
        to colleagues.
      </Paragraph>
      <Facts
        facts={props.items.map(({ title, promisedOn }) => ({ label: title, value: `promised by ${promisedOn}` }))}
      />
      <ActionButton href={props.queueUrl}>Open the queue</ActionButton>
    </Layout>
  );
}

AssessorQueue.PreviewProps = {
  personName: "Tariq Hassan",
  waiting: "2 portfolios",
  items: [
    { title: "Trauma-informed instruction", promisedOn: "Thu, Jan 7, 2027" },
    { title: "Feedback that moves learning", promisedOn: "Fri, Jan 8, 2027" },
  ],
  queueUrl: "https://hourbook.example/assessor",
} satisfies Props;
