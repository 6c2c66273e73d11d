import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";
import { SessionLines, type SessionLine } from "../parts/SessionLines";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  /** Those whose link is new. */
  sessions: SessionLine[];
  registrationUrl: string;
}

export default function JoinLink(props: Props) {
  return (
    <Layout
      preview={`Where to join ${props.offeringTitle}.`}
      heading="The link to join"
      personName={props.personName}
      reason={`You get this message because you hold a seat in this offering of ${props.providerName}.`}
    >
      <Paragraph>
        How you join {props.offeringTitle} online has changed. A session below without a link cannot be joined online.
        Day and time stay.
      </Paragraph>
      <SessionLines sessions={props.sessions} />
      <Facts facts={[{ label: "Provider", value: props.providerName }]} />
      <ActionButton href={props.registrationUrl}>See your registration</ActionButton>
    </Layout>
  );
}

JoinLink.PreviewProps = {
  personName: "Aroha Ngata",
  providerName: "Puget Sound ESD",
  offeringTitle: "Race and Belonging in the Classroom",
  sessions: [
    { when: "Tue, Mar 9, 2027 · 4:30 PM–6:30 PM PST", where: "Online", joinUrl: "https://hourbook.example/join/0197" },
    { when: "Tue, Mar 16, 2027 · 4:30 PM–6:30 PM PDT", where: "Online", joinUrl: null },
  ],
  registrationUrl: "https://hourbook.example/registrations/0196",
} satisfies Props;
