import { Facts } from "../parts/Facts";
import { Layout } from "../parts/Layout";
import { ActionButton } from "../parts/links";
import { WrittenText } from "../parts/WrittenText";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  /** Who asks. */
  askerName: string;
  /** What about, in a word or two. */
  about: string;
  /** Plain text; a blank line starts a paragraph. */
  body: string;
  inquiryUrl: string;
}

export default function InquiryAsked(props: Props) {
  const { personName, providerName, offeringTitle, askerName, about, body, inquiryUrl } = props;
  return (
    <Layout
      preview={body.slice(0, 120)}
      heading={`${askerName} asks`}
      personName={personName}
      reason={`You get this message because you answer inquiries for ${providerName}.`}
    >
      <WrittenText body={body} />
      <Facts
        facts={[
          { label: "Offering", value: offeringTitle },
          { label: "About", value: about },
        ]}
      />
      <ActionButton href={inquiryUrl}>Answer</ActionButton>
    </Layout>
  );
}

InquiryAsked.PreviewProps = {
  personName: "Cora Dinator",
  providerName: "Puget Sound ESD",
  offeringTitle: "Teaching fractions with number lines",
  askerName: "Marcus Alder",
  about: "The offering",
  body: "Is there a ramp at the side door?\n\nThank you.",
  inquiryUrl: "https://hourbook.example/inbox/1",
} satisfies Props;
