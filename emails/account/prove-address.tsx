import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  /** The administrator who proposes the address. */
  proposerName: string;
  providerName: string;
  actionUrl: string;
  /** How long the link works: "48 hours". */
  validFor: string;
}

export default function ProveAddress({ personName, proposerName, providerName, actionUrl, validFor }: Props) {
  return (
    <Layout
      preview="Until you confirm it, your old address stays."
      heading="Is this your email address?"
      personName={personName}
      reason={`You get this message because ${proposerName} of ${providerName} entered this address for a Hourbook account. If it is not yours, you can ignore it: without confirmation nothing changes.`}
    >
      <Paragraph>
        {proposerName} proposes this address for your Hourbook account. Open the page below and confirm it; from then on
        mail comes here, and you sign in with it. Your password stays the same. The link works for {validFor}, once.
      </Paragraph>
      <ActionButton href={actionUrl}>Review and confirm your address</ActionButton>
    </Layout>
  );
}

ProveAddress.PreviewProps = {
  personName: "Ngọc Trần",
  proposerName: "Ada Min",
  providerName: "Puget Sound ESD",
  actionUrl: "https://hourbook.example/email-address/confirm/k3f9",
  validFor: "48 hours",
} satisfies Props;
