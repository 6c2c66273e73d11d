import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  inviterName: string;
  providerName: string;
  /** What awaits the person: "a seat in Co-Teaching That Works", or null. */
  purpose: string | null;
  actionUrl: string;
  /** Last moment the link works, ready to read. */
  validUntil: string;
}

export default function AccountInvitation({
  personName,
  inviterName,
  providerName,
  purpose,
  actionUrl,
  validUntil,
}: Props) {
  return (
    <Layout
      preview={`${inviterName} invites you to create your account.`}
      heading="Create your Hourbook account"
      personName={personName}
      reason={`You get this message because ${inviterName} at ${providerName} entered your address. If you do not know why, you can ignore it or ask them.`}
    >
      <Paragraph>
        {inviterName} at {providerName} invites you to Hourbook, where you register for courses and keep your clock
        hours.
      </Paragraph>
      <Facts
        facts={[
          { label: "Waiting for you", value: purpose },
          { label: "Invitation ends", value: validUntil },
        ]}
      />
      <ActionButton href={actionUrl}>Review the invitation and create your account</ActionButton>
    </Layout>
  );
}

AccountInvitation.PreviewProps = {
  personName: "Дарина Коваль",
  inviterName: "Joan Fairbanks",
  providerName: "Puget Sound ESD",
  purpose: "a seat in Co-Teaching That Works",
  actionUrl: "https://hourbook.example/invitation/m2x8",
  validUntil: "Fri, Mar 19, 2027 · 5:00 PM PDT",
} satisfies Props;
