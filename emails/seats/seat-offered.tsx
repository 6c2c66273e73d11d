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
  /** Until when the seat is held, ready to read. */
  heldUntil: string;
  actionUrl: string;
}

export default function SeatOffered(props: Props) {
  return (
    <Layout
      preview={`Held for you until ${props.heldUntil}.`}
      heading="A seat is free for you"
      personName={props.personName}
      reason={`You get this message because you are on the waitlist of this offering of ${props.providerName}.`}
    >
      <Paragraph>
        A seat in {props.offeringTitle} has come free, and you are next. We hold it for you until {props.heldUntil}.
        After that it goes to the next person in line.
      </Paragraph>
      <SessionLines sessions={props.sessions} />
      <Facts
        facts={[
          { label: "Seat held until", value: props.heldUntil },
          { label: "Provider", value: props.providerName },
          { label: "Price", value: props.price },
        ]}
      />
      <Paragraph>You accept or decline on the page itself. Opening the link decides nothing.</Paragraph>
      <ActionButton href={props.actionUrl}>Review and accept your seat</ActionButton>
    </Layout>
  );
}

SeatOffered.PreviewProps = {
  personName: "박지우",
  providerName: "Puget Sound ESD",
  offeringTitle: "Dual Language Teachers' Summer Institute",
  sessions: [{ when: "Mon, Jun 28, 2027 · 8:00 AM–4:00 PM PDT", where: "Cedar River Conference Center, Renton" }],
  price: "$275.00",
  heldUntil: "Thu, Jun 3, 2027 · 9:15 AM PDT",
  actionUrl: "https://hourbook.example/offerings/0194/offer",
} satisfies Props;
