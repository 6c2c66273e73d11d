import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";
import { WrittenText } from "../parts/WrittenText";

export interface Props {
  personName: string;
  districtName: string;
  /** Who writes. */
  senderName: string;
  /** Where an answer reaches them. */
  senderAddress: string;
  /** Plain text; a blank line starts a paragraph. */
  body: string;
  /** The last day of the certificate, ready to read. */
  expiresOn: string;
  /** "12.5 more hours, 3 of them in equity". */
  need: string;
  hoursUrl: string;
}

export default function RenewalNote(props: Props) {
  const { districtName, senderName, senderAddress } = props;
  return (
    <Layout
      preview={props.body.slice(0, 120)}
      heading="Hours for your renewal"
      personName={props.personName}
      reason={`You get this message because you show HR of ${districtName} what your renewal takes. You can stop that at any time under My certificate.`}
    >
      <WrittenText body={props.body} />
      <Paragraph>
        As Hourbook counts, you still need {props.need} by {props.expiresOn}.
      </Paragraph>
      <Facts
        facts={[
          { label: "From", value: `${senderName}, HR of ${districtName}` },
          { label: "Answer to", value: senderAddress },
        ]}
      />
      <ActionButton href={props.hoursUrl}>See what your renewal takes</ActionButton>
    </Layout>
  );
}

RenewalNote.PreviewProps = {
  personName: "Ingrid Sørensen",
  districtName: "Highline School District",
  senderName: "Hiro Rodríguez",
  senderAddress: "hiro@district.example",
  body: "Our summer institute has room.\n\nWrite to me if you want to come.",
  expiresOn: "Wed, Jun 30, 2027",
  need: "12.5 more hours, 3 of them in equity",
  hoursUrl: "https://hourbook.example/certificate",
} satisfies Props;
