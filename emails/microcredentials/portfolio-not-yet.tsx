import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  microcredentialTitle: string;
  /** What is not demonstrated yet. */
  criteria: string[];
  actionUrl: string;
}

export default function PortfolioNotYet(props: Props) {
  return (
    <Layout
      preview="The assessor wrote what is still missing."
      heading="Not yet"
      personName={props.personName}
      reason={`You get this message because you handed in a portfolio to ${props.providerName}.`}
    >
      <Paragraph>
        Your portfolio for {props.microcredentialTitle} was read. Not everything is demonstrated yet. What is stays with
        its score; only the rest is open again, and you can hand it in once more when you are ready.
      </Paragraph>
      <Facts
        facts={[
          { label: "Not yet", value: props.criteria.join("; ") },
          { label: "Provider", value: props.providerName },
        ]}
      />
      <ActionButton href={props.actionUrl}>Read the comments</ActionButton>
    </Layout>
  );
}

PortfolioNotYet.PreviewProps = {
  personName: "Carlos Ibáñez",
  providerName: "Puget Sound ESD",
  microcredentialTitle: "Trauma-informed instruction",
  criteria: ["Notices triggers", "Restores calm"],
  actionUrl: "https://hourbook.example/portfolios/0301",
} satisfies Props;
