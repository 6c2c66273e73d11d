import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";
import { WrittenText } from "../parts/WrittenText";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  stepTitle: string;
  /** What whoever read it wrote. */
  answer: string;
  /** Until when it can be handed in again, ready to read. */
  openUntil: string;
  stepUrl: string;
}

export default function ReflectionReturned(props: Props) {
  return (
    <Layout
      preview={`Your reflection came back with words: ${props.stepTitle}.`}
      heading="Your reflection came back"
      personName={props.personName}
      reason={`You get this message because you hold a seat in this offering of ${props.providerName}.`}
    >
      <Paragraph>
        Somebody read what you wrote for “{props.stepTitle}” in {props.offeringTitle} and asks you to write again:
      </Paragraph>
      <WrittenText body={props.answer} />
      <Facts facts={[{ label: "Open until", value: props.openUntil }]} />
      <ActionButton href={props.stepUrl}>Write again</ActionButton>
    </Layout>
  );
}

ReflectionReturned.PreviewProps = {
  personName: "Aroha Ngata",
  providerName: "Puget Sound ESD",
  offeringTitle: "Universal Design for Learning, Online",
  stepTitle: "What I will change",
  answer: "Please name one lesson of yours, and say what you would do differently in it.",
  openUntil: "Wed, Mar 31, 2027 · 11:59 PM PDT",
  stepUrl: "https://hourbook.example/steps/0198",
} satisfies Props;
