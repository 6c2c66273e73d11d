import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  organisationName: string;
  decision: "accepted" | "returned" | "taken-back";
  /** How many: "3 rows". */
  rows: string;
  hrName: string;
  /** Why; null for what is accepted. */
  reason: string | null;
  actionUrl: string;
}

const HEADINGS: Record<Props["decision"], string> = {
  accepted: "Your submitted hours are accepted",
  returned: "Your submitted hours were returned",
  "taken-back": "Your submitted hours are no longer accepted",
};

const MEANING: Record<Props["decision"], string> = {
  accepted:
    "They stand on HR’s page about you, apart from what you completed while you worked there. What they come to for pay, HR can tell you: answer this mail.",
  returned: "You can submit them again. If you have questions, answer this mail.",
  "taken-back": "HR had accepted them. You can submit them again. If you have questions, answer this mail.",
};

export default function SubmittedHoursDecided(props: Props) {
  const { decision, reason, organisationName } = props;
  return (
    <Layout
      preview={reason ?? MEANING[decision]}
      heading={HEADINGS[decision]}
      personName={props.personName}
      reason={`You get this message because you submitted hours to ${organisationName}.`}
    >
      <Paragraph>{MEANING[decision]}</Paragraph>
      <Facts
        facts={[
          { label: "Submitted", value: props.rows },
          { label: "Decided by", value: `${props.hrName}, ${organisationName}` },
          ...(reason === null ? [] : [{ label: "Why", value: reason }]),
        ]}
      />
      <ActionButton href={props.actionUrl}>See your submission</ActionButton>
    </Layout>
  );
}

SubmittedHoursDecided.PreviewProps = {
  personName: "Hana Takahashi",
  organisationName: "Highline",
  decision: "returned",
  rows: "3 rows",
  hrName: "Helen Ortiz",
  reason: "Please add the certificate of the course in Portland to your entry first.",
  actionUrl: "https://hourbook.example/hours/submitted/0501",
} satisfies Props;
