import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  decision: "accepted" | "returned" | "taken-back";
  title: string;
  /** With its unit: "6 clock hours". */
  amount: string;
  registrarName: string;
  /** Why; null for what is accepted. */
  reason: string | null;
  actionUrl: string;
}

const HEADINGS: Record<Props["decision"], string> = {
  accepted: "Your hours from elsewhere are accepted",
  returned: "Your hours from elsewhere were returned",
  "taken-back": "Your hours from elsewhere are no longer accepted",
};

const MEANING: Record<Props["decision"], string> = {
  accepted: "They count for your renewal as checked by a registrar. They stand apart from your posted clock hours.",
  returned: "They do not count for your renewal until you correct them. You can send them again.",
  "taken-back": "They do not count for your renewal any more. You can correct them and send them again.",
};

export default function OutsideHoursDecided(props: Props) {
  const { decision, reason } = props;
  return (
    <Layout
      preview={reason ?? MEANING[decision]}
      heading={HEADINGS[decision]}
      personName={props.personName}
      reason={`You get this message because you sent hours from elsewhere to ${props.providerName}.`}
    >
      <Paragraph>{MEANING[decision]}</Paragraph>
      <Facts
        facts={[
          { label: "What", value: props.title },
          { label: "How much", value: props.amount },
          { label: "Decided by", value: `${props.registrarName}, ${props.providerName}` },
          ...(reason === null ? [] : [{ label: "Why", value: reason }]),
        ]}
      />
      <ActionButton href={props.actionUrl}>See your entry</ActionButton>
    </Layout>
  );
}

OutsideHoursDecided.PreviewProps = {
  personName: "Hana Takahashi",
  providerName: "Puget Sound ESD",
  decision: "returned",
  title: "Teaching with place: a summer in the Skagit",
  amount: "18 clock hours",
  registrarName: "Phoebe Larkin",
  reason: "The certificate says 16 hours. Please correct the amount.",
  actionUrl: "https://hourbook.example/certificate/elsewhere/0401",
} satisfies Props;
