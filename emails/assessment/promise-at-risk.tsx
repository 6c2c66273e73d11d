import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  /** How many, ready to read: "2 portfolios". */
  waiting: string;
  items: { title: string; promisedOn: string }[];
  listUrl: string;
}

export default function PromiseAtRisk(props: Props) {
  return (
    <Layout
      preview={`${props.waiting} without a decision.`}
      heading="A promise is at risk"
      personName={props.personName}
      reason={`You get this message because you are a coordinator of ${props.providerName}; once for each portfolio.`}
    >
      <Paragraph>
        Not decided yet, and the day by which a decision was promised is near: {props.waiting}. Ask your assessors, or
        name another one.
      </Paragraph>
      <Facts
        facts={props.items.map(({ title, promisedOn }) => ({ label: title, value: `promised by ${promisedOn}` }))}
      />
      <ActionButton href={props.listUrl}>See what waits</ActionButton>
    </Layout>
  );
}

PromiseAtRisk.PreviewProps = {
  personName: "Ruth Adeyemi",
  providerName: "Puget Sound ESD",
  waiting: "2 portfolios",
  items: [
    { title: "Trauma-informed instruction", promisedOn: "Thu, Jan 7, 2027" },
    { title: "Feedback that moves learning", promisedOn: "Fri, Jan 8, 2027" },
  ],
  listUrl: "https://hourbook.example/coordinator/portfolios?risk=at-risk",
} satisfies Props;
