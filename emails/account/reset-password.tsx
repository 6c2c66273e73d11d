import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  actionUrl: string;
  /** How long the link works: "1 hour". */
  validFor: string;
}

export default function ResetPassword({ personName, actionUrl, validFor }: Props) {
  return (
    <Layout
      preview="A new password was asked for."
      heading="Choose a new password"
      personName={personName}
      reason="You get this message because a new password was asked for at this address. If that was not you, you can ignore it: your password stays as it is."
    >
      <Paragraph>
        Open the page below to choose a new password. The link works for {validFor} and only once. Your old password
        works until you save a new one.
      </Paragraph>
      <ActionButton href={actionUrl}>Choose a new password</ActionButton>
    </Layout>
  );
}

ResetPassword.PreviewProps = {
  personName: "Hodan Warsame",
  actionUrl: "https://hourbook.example/reset-password/p7q2",
  validFor: "1 hour",
} satisfies Props;
