import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  newAddress: string;
  changedAt: string;
  resetUrl: string;
}

export default function AddressChanged({ personName, newAddress, changedAt, resetUrl }: Props) {
  return (
    <Layout
      preview={`Mail goes to ${newAddress} from now on.`}
      heading="Your address was changed"
      personName={personName}
      reason="You get this message because this was the address of your Hourbook account."
    >
      <Paragraph>Mail from Hourbook goes to another address from now on, and you sign in with it.</Paragraph>
      <Facts
        facts={[
          { label: "New address", value: newAddress },
          { label: "Changed", value: changedAt },
        ]}
      />
      <Paragraph>
        If that was not you, answer this message at once: an administrator reads it. And choose a new password.
      </Paragraph>
      <ActionButton href={resetUrl}>Choose a new password</ActionButton>
    </Layout>
  );
}

AddressChanged.PreviewProps = {
  personName: "Marisol Peña",
  newAddress: "marisol@new.example",
  changedAt: "Tue, Mar 9, 2027 · 8:00 AM PST",
  resetUrl: "https://hourbook.example/forgot-password",
} satisfies Props;
