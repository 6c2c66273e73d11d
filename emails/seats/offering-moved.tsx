import { Arrival, ARRIVAL_EXAMPLE, type ArrivalFacts } from "../parts/Arrival";
import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";
import { SessionLines, type SessionLine } from "../parts/SessionLines";

export interface Props extends ArrivalFacts {
  personName: string;
  providerName: string;
  offeringTitle: string;
  /** Whether they have a seat; otherwise they wait or hold an offer. */
  seated: boolean;
  sessions: SessionLine[];
  before: SessionLine[];
  /** Until when they may leave without penalty, ready to read. */
  leaveBy: string;
  registrationUrl: string;
}

export default function OfferingMoved(props: Props) {
  return (
    <Layout
      preview={`Now ${props.sessions[0]?.when ?? "on other dates"}.`}
      heading="The dates or the place changed"
      personName={props.personName}
      reason={`You get this message because you have a place in this offering of ${props.providerName}.`}
    >
      <Paragraph>{props.offeringTitle} has changed. It is now:</Paragraph>
      <SessionLines sessions={props.sessions} />
      <Arrival {...props} />
      <Paragraph>Before, it was:</Paragraph>
      <SessionLines sessions={props.before} />
      <Facts
        facts={[
          { label: "Provider", value: props.providerName },
          { label: "You can leave until", value: props.leaveBy },
        ]}
      />
      <Paragraph>
        {props.seated
          ? "You keep your seat. Please confirm that this suits you, or leave: until the start it costs you nothing."
          : "You stay registered or waiting as you were. If it does not suit you any more, you can leave until the start."}
      </Paragraph>
      <ActionButton href={props.registrationUrl}>
        {props.seated ? "Confirm or leave" : "See your registration"}
      </ActionButton>
    </Layout>
  );
}

OfferingMoved.PreviewProps = {
  ...ARRIVAL_EXAMPLE,
  personName: "Marcus Alder",
  providerName: "Puget Sound ESD",
  offeringTitle: "Writing Across the Day",
  seated: true,
  sessions: [{ when: "Tue, Apr 13, 2027 · 8:00 AM–4:00 PM PDT", where: "Renton", joinUrl: null }],
  before: [{ when: "Tue, Mar 9, 2027 · 8:00 AM–4:00 PM PST", where: "Renton" }],
  leaveBy: "Tue, Apr 13, 2027 · 8:00 AM PDT",
  registrationUrl: "https://hourbook.example/registrations/0196",
} satisfies Props;
