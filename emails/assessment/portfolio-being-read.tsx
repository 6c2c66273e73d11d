import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  microcredentialTitle: string;
  promisedOn: string | null;
  actionUrl: string;
}

export default function PortfolioBeingRead(props: Props) {
  return (
    <Layout
      preview="An assessor has begun to read what you handed in."
      heading="Your portfolio is being read"
      personName={props.personName}
      reason={`You get this message because you handed in a portfolio to ${props.providerName}.`}
    >
      <Paragraph>
        An assessor has begun to read what you handed in. It stays as it is until the decision, so it cannot be taken
        back now. There is nothing to do for you.
      </Paragraph>
      <Facts
        facts={[
          { label: "Micro-credential", value: props.microcredentialTitle },
          { label: "Provider", value: props.providerName },
          { label: "Decision promised by", value: props.promisedOn },
        ]}
      />
      <ActionButton href={props.actionUrl}>See your portfolio</ActionButton>
    </Layout>
  );
}

PortfolioBeingRead.PreviewProps = {
  personName: "Carlos Ibáñez",
  providerName: "Puget Sound ESD",
  microcredentialTitle: "Trauma-informed instruction",
  promisedOn: "Thu, Jan 7, 2027",
  actionUrl: "https://hourbook.example/portfolios/0301",
} satisfies Props;
