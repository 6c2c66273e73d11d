import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  /** A micro-credential, or all of the provider's, in words. */
  scopeName: string;
  change: "invited" | "admitted" | "not-yet" | "calibrating" | "stopped";
  reason: string | null;
  actionUrl: string;
}

const HEADINGS: Record<Props["change"], string> = {
  invited: "You are invited to judge portfolios",
  admitted: "You are admitted as an assessor",
  "not-yet": "More practice before you judge",
  calibrating: "Please practise again before you judge",
  stopped: "You do not judge any more",
};

const MEANING: Record<Props["change"], string> = {
  invited:
    "Practise first on portfolios whose authors agreed to it: you score them, and see how far your scores agree with what was decided. Then the coordinator admits you.",
  admitted: "From now on you can take portfolios from the queue. You hold each of them for three days at a time.",
  "not-yet": "Your scores in practice do not agree far enough yet with what was decided. Practise on more portfolios.",
  calibrating: "Until you are admitted again, you cannot take portfolios from the queue. Practise in the meantime.",
  stopped:
    "You cannot take portfolios from the queue any more, and what you held is free for others. Thank you for your work.",
};

export default function AssessorChanged(props: Props) {
  return (
    <Layout
      preview={MEANING[props.change]}
      heading={HEADINGS[props.change]}
      personName={props.personName}
      reason={`You get this message because ${props.providerName} named you as an assessor of micro-credentials.`}
    >
      <Paragraph>{MEANING[props.change]}</Paragraph>
      <Facts
        facts={[
          { label: "For", value: props.scopeName },
          { label: "Provider", value: props.providerName },
          { label: "The coordinator’s words", value: props.reason },
        ]}
      />
      <ActionButton href={props.actionUrl}>Open your desk</ActionButton>
    </Layout>
  );
}

AssessorChanged.PreviewProps = {
  personName: "Tariq Hassan",
  providerName: "Puget Sound ESD",
  scopeName: "Trauma-informed instruction",
  change: "invited",
  reason: "You hold it yourself, and taught it twice.",
  actionUrl: "https://hourbook.example/assessor/practice",
} satisfies Props;
