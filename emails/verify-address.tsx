import { Layout, Paragraph } from "./parts/Layout";
import { ActionButton } from "./parts/links";

export interface Props {
  personName: string;
  actionUrl: string;
  /** How long the link works: "24 hours". */
  validFor: string;
}

export const subject = (_props: Props): string => "Confirm your email address for Hourbook";

export default function VerifyAddress({ personName, actionUrl, validFor }: Props) {
  return (
    <Layout
      preview="One step left before you can sign in."
      heading="Confirm your email address"
      personName={personName}
      reason="You get this message because this address was used to create a Hourbook account. If that was not you, you can ignore it: without confirmation the account cannot be used."
    >
      <Paragraph>Open the page below and confirm that this address is yours. The link works for {validFor}.</Paragraph>
      <ActionButton href={actionUrl}>Review and confirm your address</ActionButton>
    </Layout>
  );
}

VerifyAddress.PreviewProps = {
  personName: "Ngọc Trần",
  actionUrl: "https://hourbook.example/verify-address/k3f9",
  validFor: "24 hours",
} satisfies Props;
