import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  actionUrl: string;
  /** How long the link works: "48 hours". */
  validFor: string;
}

export default function ChangeAddress({ personName, actionUrl, validFor }: Props) {
  return (
    <Layout
      preview="Until you confirm it, your old address stays."
      heading="Confirm your new email address"
      personName={personName}
      reason="You get this message because somebody who is signed in to Hourbook asked to use this address. If that was not you, you can ignore it: without confirmation nothing changes."
    >
      <Paragraph>
        Open the page below in the browser in which you asked for this, and confirm the address. The link works for{" "}
        {validFor}, and only there.
      </Paragraph>
      <ActionButton href={actionUrl}>Review and confirm your address</ActionButton>
    </Layout>
  );
}

ChangeAddress.PreviewProps = {
  personName: "Ngọc Trần",
  actionUrl: "https://hourbook.example/email-address/confirm/k3f9",
  validFor: "48 hours",
} satisfies Props;
