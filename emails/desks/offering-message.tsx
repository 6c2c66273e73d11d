import { Facts } from "../parts/Facts";
import { Layout } from "../parts/Layout";
import { WrittenText } from "../parts/WrittenText";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  /** Who writes. */
  senderName: string;
  /** What they chose as the subject. */
  title: string;
  /** Plain text; a blank line starts a paragraph. */
  body: string;
  /** The names of the files that go with it. */
  attachments: string[];
  registrationUrl: string;
}

export default function OfferingMessage(props: Props) {
  return (
    <Layout
      preview={props.body.slice(0, 120)}
      heading={props.title}
      personName={props.personName}
      reason={`You get this message because you have a place in this offering of ${props.providerName}.`}
    >
      <WrittenText body={props.body} />
      <Facts
        facts={[
          { label: "Attached", value: props.attachments.join(", ") },
          { label: "From", value: props.senderName },
          { label: "About", value: props.offeringTitle },
          { label: "Provider", value: props.providerName },
        ]}
      />
      <ActionButton href={props.registrationUrl}>See your registration</ActionButton>
    </Layout>
  );
}

OfferingMessage.PreviewProps = {
  personName: "Marcus Alder",
  providerName: "Puget Sound ESD",
  offeringTitle: "Writing Across the Day",
  senderName: "Fran Facilitator",
  title: "Bring a device",
  body: "Please bring a laptop or a tablet.\n\nLunch is provided.",
  attachments: ["Agenda.pdf", "Reading list.csv"],
  messageId: null,
  registrationUrl: "https://hourbook.example/registrations/0196",
} satisfies Props & { messageId: null };
