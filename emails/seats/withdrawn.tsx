import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  withdrawnAt: string;
  /** Staff member who did it; null when the person did. */
  staffName: string | null;
  reason: string | null;
  /** What happens to money paid, in a sentence; null when nothing was paid. */
  refund: string | null;
  offeringUrl: string;
}

export default function Withdrawn(props: Props) {
  const opening = props.staffName ? `${props.staffName} withdrew you from` : "You withdrew from";
  return (
    <Layout
      preview={`${opening} ${props.offeringTitle}.`}
      heading="You are no longer registered"
      personName={props.personName}
      reason={`You get this message because your registration in this offering of ${props.providerName} has ended. If that is a mistake, ask the provider.`}
    >
      <Paragraph>
        {opening} {props.offeringTitle}. Your registration has ended.
      </Paragraph>
      <Facts
        facts={[
          { label: "Withdrawn", value: props.withdrawnAt },
          { label: "Reason", value: props.reason },
          { label: "Refund", value: props.refund },
          { label: "Provider", value: props.providerName },
        ]}
      />
      <Paragraph>You can register again while seats are open.</Paragraph>
      <ActionButton href={props.offeringUrl}>See the offering</ActionButton>
    </Layout>
  );
}

Withdrawn.PreviewProps = {
  personName: "Marcus Alder",
  providerName: "Puget Sound ESD",
  offeringTitle: "Writing Across the Day",
  withdrawnAt: "Mon, Feb 1, 2027 · 7:40 PM PST",
  staffName: null,
  reason: null,
  refund: "$75.00 goes back to your card",
  offeringUrl: "https://hourbook.example/offerings/0196",
} satisfies Props;
