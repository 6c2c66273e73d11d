import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  /** The administrator who proposes the address. */
  proposerName: string;
  providerName: string;
  newAddress: string;
  proposedAt: string;
  accountUrl: string;
}

export default function AddressProposed(props: Props) {
  const { personName, proposerName, providerName, newAddress, proposedAt, accountUrl } = props;
  return (
    <Layout
      preview={`Nothing changes until it is confirmed at ${newAddress}.`}
      heading="Another address was proposed for you"
      personName={personName}
      reason="You get this message because this is the address of your Hourbook account."
    >
      <Paragraph>
        {proposerName} of {providerName} entered another address for your account. We sent a link there. Nothing changes
        until it is confirmed.
      </Paragraph>
      <Facts
        facts={[
          { label: "Proposed address", value: newAddress },
          { label: "Proposed", value: proposedAt },
        ]}
      />
      <Paragraph>
        If that is not your address, tell {providerName} at once. You can enter the right one yourself.
      </Paragraph>
      <ActionButton href={accountUrl}>See your email address</ActionButton>
    </Layout>
  );
}

AddressProposed.PreviewProps = {
  personName: "Marisol Peña",
  proposerName: "Ada Min",
  providerName: "Puget Sound ESD",
  newAddress: "marisol@new.example",
  proposedAt: "Tue, Mar 9, 2027 · 8:00 AM PST",
  accountUrl: "https://hourbook.example/email-address",
} satisfies Props;
