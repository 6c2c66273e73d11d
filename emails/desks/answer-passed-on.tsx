import { Facts } from "../parts/Facts";
import { Layout } from "../parts/Layout";
import { WrittenText } from "../parts/WrittenText";

export interface Props {
  personName: string;
  /** Who wrote, as their mail says. */
  senderName: string;
  senderAddress: string;
  /** The subject of their mail. */
  title: string;
  /** Plain text; a blank line starts a paragraph. */
  body: string;
  /** The subject of the message that they answered; null where it is none of ours. */
  answered: string | null;
  /** Names of files that came with it. */
  files: string[];
}

export default function AnswerPassedOn(props: Props) {
  const { personName, senderName, senderAddress, title, body, answered, files } = props;
  return (
    <Layout
      preview={body.slice(0, 120)}
      heading={`${senderName} wrote to us`}
      personName={personName}
      reason="You get this message because it was sent to the mailbox that Hourbook writes from, which nobody reads. Your answer goes to whoever wrote it."
    >
      <WrittenText body={body} />
      <Facts
        facts={[
          { label: "From", value: `${senderName}, ${senderAddress}` },
          { label: "Subject", value: title },
          { label: "Answers", value: answered ?? "No message of ours that could be found" },
          ...(files.length > 0 ? [{ label: "Files, not passed on", value: files.join(", ") }] : []),
        ]}
      />
    </Layout>
  );
}

AnswerPassedOn.PreviewProps = {
  personName: "Cora Dinator",
  senderName: "Ana Sample",
  senderAddress: "ana@district.example",
  title: "Re: You have a seat",
  body: "I cannot come on Friday.\n\nPlease give my seat to somebody else.",
  answered: "You have a seat: Teaching fractions with number lines",
  files: ["letter.pdf"],
} satisfies Props;
