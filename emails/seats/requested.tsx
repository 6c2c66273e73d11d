import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";
import { SessionLines, type SessionLine } from "../parts/SessionLines";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  sessions: SessionLine[];
  price: string | null;
  supervisorEmail: string;
  /** Until when the seat is held, ready to read. */
  heldUntil: string;
  offeringUrl: string;
}

export default function Requested(props: Props) {
  return (
    <Layout
      preview={`Your seat is held until ${props.heldUntil}.`}
      heading="Your seat waits for your supervisor"
      personName={props.personName}
      reason={`You get this message because you asked for a seat in this offering of ${props.providerName}.`}
    >
      <Paragraph>
        We asked {props.supervisorEmail} to approve your seat in {props.offeringTitle}. It is held for you until{" "}
        {props.heldUntil}; after that it goes to the next person.
      </Paragraph>
      <SessionLines sessions={props.sessions} />
      <Facts
        facts={[
          { label: "Seat held until", value: props.heldUntil },
          { label: "Provider", value: props.providerName },
          { label: "Price", value: props.price },
        ]}
      />
      <Paragraph>
        Nothing is left for you to do. You may want to tell your supervisor that a message is on its way.
      </Paragraph>
      <ActionButton href={props.offeringUrl}>See your request</ActionButton>
    </Layout>
  );
}

Requested.PreviewProps = {
  personName: "Ngọc Trần",
  providerName: "Puget Sound ESD",
  offeringTitle: "Race and Belonging in the Classroom",
  sessions: [{ when: "Tue, Mar 9, 2027 · 4:30 PM–6:30 PM PST", where: "Online" }],
  price: "$45.00",
  supervisorEmail: "principal@district.example",
  heldUntil: "Fri, Feb 5, 2027 · 9:15 AM PST",
  offeringUrl: "https://hourbook.example/registrations/0192",
} satisfies Props;
