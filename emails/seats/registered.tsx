import { Arrival, ARRIVAL_EXAMPLE, type ArrivalFacts } from "../parts/Arrival";
import { CheckInPass, type Pass, PASS_EXAMPLE } from "../parts/CheckInPass";
import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";
import { SessionLines, type SessionLine } from "../parts/SessionLines";

export interface Props extends ArrivalFacts {
  pass: Pass | null;
  personName: string;
  providerName: string;
  offeringTitle: string;
  inServiceNumber: string | null;
  sessions: SessionLine[];
  /** Hours approved, ready to read: "5.5". */
  approvedHours: string | null;
  /** Seat price, ready to read; null when free. */
  price: string | null;
  /** Last moment to give the seat up yourself; null when there is none. */
  withdrawBy: string | null;
  offeringUrl: string;
}

export default function Registered(props: Props) {
  return (
    <Layout
      preview={`Your seat in ${props.offeringTitle} is kept.`}
      heading="You are registered"
      personName={props.personName}
      reason={`You get this message because you hold a seat in this offering of ${props.providerName}.`}
    >
      <Paragraph>You have a seat in {props.offeringTitle}.</Paragraph>
      <SessionLines sessions={props.sessions} />
      <Arrival {...props} />
      <CheckInPass pass={props.pass} />
      <Facts
        facts={[
          { label: "Provider", value: props.providerName },
          { label: "In-service number", value: props.inServiceNumber },
          { label: "Clock hours approved", value: props.approvedHours },
          { label: "Price", value: props.price },
          { label: "You can withdraw until", value: props.withdrawBy },
        ]}
      />
      <Paragraph>If your plans change, please withdraw early so that the next person can have your seat.</Paragraph>
      <ActionButton href={props.offeringUrl}>See your registration</ActionButton>
    </Layout>
  );
}

Registered.PreviewProps = {
  ...ARRIVAL_EXAMPLE,
  pass: PASS_EXAMPLE,
  personName: "Ngọc Trần",
  providerName: "Puget Sound ESD",
  offeringTitle: "Race and Belonging in the Classroom",
  inServiceNumber: "PS-2027-0143",
  sessions: [
    { when: "Tue, Mar 9, 2027 · 4:30 PM–6:30 PM PST", where: "Online", joinUrl: null },
    { when: "Tue, Mar 16, 2027 · 4:30 PM–6:30 PM PDT", where: "Online", joinUrl: null },
  ],
  approvedHours: "4",
  price: "$45.00",
  withdrawBy: "Tue, Mar 2, 2027 · 4:30 PM PST",
  offeringUrl: "https://hourbook.example/offerings/0192",
} satisfies Props;
