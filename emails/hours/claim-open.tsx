import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  inServiceNumber: string | null;
  /** Most hours that may be claimed, ready to read: "5.5". */
  earnedHours: string;
  /** The code shown at the last session; null when the link is enough. */
  claimCode: string | null;
  /** Last moment to claim, ready to read; null when there is none. */
  claimBy: string | null;
  actionUrl: string;
}

export default function ClaimOpen(props: Props) {
  return (
    <Layout
      preview={`You can claim up to ${props.earnedHours} clock hours.`}
      heading="Your clock hours are ready to claim"
      personName={props.personName}
      reason={`You get this message because your attendance at this offering of ${props.providerName} was confirmed.`}
    >
      <Paragraph>
        Your attendance at {props.offeringTitle} has been confirmed. You can claim the hours you earned, or fewer.
      </Paragraph>
      <Facts
        facts={[
          { label: "Hours you can claim", value: props.earnedHours },
          { label: "In-service number", value: props.inServiceNumber },
          { label: "Claim code", value: props.claimCode },
          { label: "Claim by", value: props.claimBy },
          { label: "Provider", value: props.providerName },
        ]}
      />
      <Paragraph>
        You will be asked to sign a short statement that you attended and seek no college credit for the same course.
      </Paragraph>
      <ActionButton href={props.actionUrl}>Review and claim your hours</ActionButton>
    </Layout>
  );
}

ClaimOpen.PreviewProps = {
  personName: "Olena Marchenko",
  providerName: "Puget Sound ESD",
  offeringTitle: "How Children Learn to Read",
  inServiceNumber: "PS-2027-0101",
  earnedHours: "22.5",
  claimCode: "K7M2QX",
  claimBy: "Wed, Jun 30, 2027 · 11:59 PM PDT",
  actionUrl: "https://hourbook.example/offerings/0197/claim",
} satisfies Props;
