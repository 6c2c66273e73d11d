import { Facts } from "../parts/Facts";
import { Layout } from "../parts/Layout";
import { ActionButton } from "../parts/links";
import { WrittenText } from "../parts/WrittenText";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  /** Who answers. */
  senderName: string;
  /** Plain text; a blank line starts a paragraph. */
  body: string;
  inquiryUrl: string;
}

export default function InquiryAnswered(props: Props) {
  const { personName, providerName, offeringTitle, senderName, body, inquiryUrl } = props;
  return (
    <Layout
      preview={body.slice(0, 120)}
      heading="An answer to your inquiry"
      personName={personName}
      reason={`You get this message because you asked ${providerName} about an offering.`}
    >
      <WrittenText body={body} />
      <Facts
        facts={[
          { label: "From", value: senderName },
          { label: "Offering", value: offeringTitle },
        ]}
      />
      <ActionButton href={inquiryUrl}>See it, or write again</ActionButton>
    </Layout>
  );
}

InquiryAnswered.PreviewProps = {
  personName: "Marcus Alder",
  providerName: "Puget Sound ESD",
  offeringTitle: "Teaching fractions with number lines",
  senderName: "Cora Dinator",
  body: "Yes, the ramp is at the side door.\n\nRing the bell.",
  inquiryUrl: "https://hourbook.example/inquiries/1",
} satisfies Props;
