import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton, TextLink } from "../parts/links";

export interface Props {
  personName: string;
  signInUrl: string;
  resetUrl: string;
}

export default function AddressInUse({ personName, signInUrl, resetUrl }: Props) {
  return (
    <Layout
      preview="Someone tried to sign up with this address."
      heading="You already have an account"
      personName={personName}
      reason="You get this message because someone entered this address on the sign-up page. If that was not you, nothing has changed and you need not do anything."
    >
      <Paragraph>
        Someone, perhaps you, tried to create a Hourbook account with this address. There is an account for it already,
        so no second one was made.
      </Paragraph>
      <ActionButton href={signInUrl}>Sign in</ActionButton>
      <Paragraph>If you no longer know your password, you can choose a new one.</Paragraph>
      <TextLink href={resetUrl}>Choose a new password</TextLink>
    </Layout>
  );
}

AddressInUse.PreviewProps = {
  personName: "Marisol Peña",
  signInUrl: "https://hourbook.example/sign-in",
  resetUrl: "https://hourbook.example/reset-password",
} satisfies Props;
