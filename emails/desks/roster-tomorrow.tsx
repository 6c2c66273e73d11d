import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";
import { type SessionLine, SessionLines } from "../parts/SessionLines";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  session: SessionLine;
  /** How many people are expected, ready to read: "18 people". */
  expected: string;
  /** How many of them told of access or dietary needs, ready to read; null for none. */
  needs: string | null;
  rosterUrl: string;
}

export default function RosterTomorrow(props: Props) {
  return (
    <Layout
      preview={`${props.expected} on the roster for tomorrow.`}
      heading="Your roster for tomorrow"
      personName={props.personName}
      reason={`You get this message because you facilitate this offering of ${props.providerName}.`}
    >
      <Paragraph>You facilitate {props.offeringTitle} tomorrow.</Paragraph>
      <SessionLines sessions={[props.session]} />
      <Facts
        facts={[
          { label: "On the roster", value: props.expected },
          { label: "Told of access or dietary needs", value: props.needs },
        ]}
      />
      <ActionButton href={props.rosterUrl}>Open the roster</ActionButton>
      <Paragraph>The roster has a sheet to print, too, in case there is no network.</Paragraph>
    </Layout>
  );
}

RosterTomorrow.PreviewProps = {
  personName: "Sofía Herrera",
  providerName: "Puget Sound ESD",
  offeringTitle: "Field Science for Every Classroom",
  session: { when: "Tue, Mar 16, 2027 · 8:00 AM–4:00 PM PDT", where: "Renton, Cedar Room" },
  expected: "18 people",
  needs: "2 people",
  rosterUrl: "https://hourbook.example/facilitator/sessions/0193",
} satisfies Props;
