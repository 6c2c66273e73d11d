import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  claimedHours: string;
  registrarName: string;
  /** What the registrar wrote. */
  reason: string;
  actionUrl: string;
}

export default function ClaimReturned(props: Props) {
  return (
    <Layout
      preview={props.reason}
      heading="Your claim needs a change"
      personName={props.personName}
      reason={`You get this message because you claimed clock hours from ${props.providerName}.`}
    >
      <Paragraph>
        {props.registrarName} looked at your claim for {props.offeringTitle} and returned it to you. No hours have been
        posted yet.
      </Paragraph>
      <Facts
        facts={[
          { label: "What to change", value: props.reason },
          { label: "Hours you claimed", value: props.claimedHours },
          { label: "Provider", value: props.providerName },
        ]}
      />
      <Paragraph>
        Please change your claim and send it again, or write back to the provider if you think it was right.
      </Paragraph>
      <ActionButton href={props.actionUrl}>Review and change your claim</ActionButton>
    </Layout>
  );
}

ClaimReturned.PreviewProps = {
  personName: "Carlos Ibáñez",
  providerName: "Puget Sound ESD",
  offeringTitle: "Algebra 1 for Everyone",
  claimedHours: "12",
  registrarName: "Phoebe Larkin",
  reason: "You were marked absent on April 20. Please claim 10 hours, or tell us how you attended.",
  actionUrl: "https://hourbook.example/claims/0201",
} satisfies Props;
