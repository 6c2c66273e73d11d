import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  /** Null while it has no sessions. */
  begins: string | null;
  fromName: string;
  toName: string;
  reason: string;
  actionUrl: string;
}

export default function HandedOver(props: Props) {
  const { personName, providerName, offeringTitle, begins, fromName, toName, reason, actionUrl } = props;
  return (
    <Layout
      preview={`${offeringTitle}: ${toName} teaches instead of ${fromName}.`}
      heading={`${toName} teaches instead of ${fromName}`}
      personName={personName}
      reason={`You get this message because you teach for ${providerName}, or coordinate its offerings.`}
    >
      <Paragraph>
        The roster and the confirmation of attendance go with it. The record of the offering shows the change beside
        what the committee approved.
      </Paragraph>
      <Facts
        facts={[
          { label: "Offering", value: offeringTitle },
          { label: "Begins", value: begins },
          { label: "Reason", value: reason },
        ]}
      />
      <ActionButton href={actionUrl}>See the offering</ActionButton>
    </Layout>
  );
}

HandedOver.PreviewProps = {
  personName: "Cora Dinator",
  providerName: "Puget Sound ESD",
  offeringTitle: "Teaching fractions with number lines",
  begins: "Tue, Mar 9, 2027 · 8:00 AM PST",
  fromName: "Fay Cilitator",
  toName: "Sue Stitute",
  reason: "Fay is ill.",
  actionUrl: "https://hourbook.example/coordinator/offerings/1",
} satisfies Props;
