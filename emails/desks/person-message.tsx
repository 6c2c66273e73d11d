import { Facts } from "../parts/Facts";
import { Layout } from "../parts/Layout";
import { WrittenText } from "../parts/WrittenText";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  /** Who writes. */
  senderName: string;
  /** Where an answer reaches them. */
  senderAddress: string;
  /** What they chose as the subject. */
  title: string;
  /** Plain text; a blank line starts a paragraph. */
  body: string;
  deskUrl: string;
}

export default function PersonMessage(props: Props) {
  const { personName, providerName, senderName, senderAddress, title, body, deskUrl } = props;
  return (
    <Layout
      preview={body.slice(0, 120)}
      heading={title}
      personName={personName}
      reason={`You get this message because ${senderName} of ${providerName} wrote to you.`}
    >
      <WrittenText body={body} />
      <Facts
        facts={[
          { label: "From", value: senderName },
          { label: "Provider", value: providerName },
          { label: "Answer to", value: senderAddress },
        ]}
      />
      <ActionButton href={deskUrl}>Go to your desk</ActionButton>
    </Layout>
  );
}

PersonMessage.PreviewProps = {
  personName: "Marcus Alder",
  providerName: "Puget Sound ESD",
  senderName: "Rosa Registrar",
  senderAddress: "rosa@esd.example",
  title: "Your certificate number",
  body: "The number on your record has a digit too many.\n\nPlease correct it on your profile.",
  deskUrl: "https://hourbook.example/desk",
} satisfies Props;
