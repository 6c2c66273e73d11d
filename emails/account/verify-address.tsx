import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  actionUrl: string;
  /** How long the link works: "48 hours". */
  validFor: string;
}

export default function VerifyAddress({ personName, actionUrl, validFor }: Props) {
  return (
    <Layout
      preview="One step left before you can sign in."
      heading="Choose your password"
      personName={personName}
      reason="You get this message because this address was entered on the sign-up page. If that was not you, you can ignore it: without this link no account is made."
    >
      <Paragraph>
        Open the page below, check your name and choose a password. Then your account is ready, and you are signed in.
        The link works for {validFor} and only once.
      </Paragraph>
      <ActionButton href={actionUrl}>Finish your account</ActionButton>
    </Layout>
  );
}

VerifyAddress.PreviewProps = {
  personName: "Ngọc Trần",
  actionUrl: "https://hourbook.example/verify-email/k3f9",
  validFor: "48 hours",
} satisfies Props;
