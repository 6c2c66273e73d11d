import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  microcredentialTitle: string;
  promisedOn: string;
  actionUrl: string;
}

export default function PortfolioSubmitted(props: Props) {
  return (
    <Layout
      preview={`A decision is promised by ${props.promisedOn}.`}
      heading="Your portfolio is handed in"
      personName={props.personName}
      reason={`You get this message because you handed in a portfolio to ${props.providerName}.`}
    >
      <Paragraph>
        An assessor reads what you handed in and judges it criterion by criterion. Until somebody begins to read, you
        can take it back and change it.
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

PortfolioSubmitted.PreviewProps = {
  personName: "Carlos Ibáñez",
  providerName: "Puget Sound ESD",
  microcredentialTitle: "Trauma-informed instruction",
  promisedOn: "Thu, Jan 7, 2027",
  actionUrl: "https://hourbook.example/portfolios/0301",
} satisfies Props;
