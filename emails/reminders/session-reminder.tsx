import { Arrival, ARRIVAL_EXAMPLE, type ArrivalFacts } from "../parts/Arrival";
import { CheckInPass, type Pass, PASS_EXAMPLE } from "../parts/CheckInPass";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton, TextLink } from "../parts/links";
import { type SessionLine, SessionLines } from "../parts/SessionLines";

export interface Props extends ArrivalFacts {
  pass: Pass | null;
  personName: string;
  providerName: string;
  offeringTitle: string;
  /** How far off it is, ready to read: "in a week", "tomorrow", "today". */
  howSoon: string;
  session: SessionLine;
  /** Where to join; null for a session in person, or while there is none. */
  joinUrl: string | null;
  registrationUrl: string;
}

export default function SessionReminder(props: Props) {
  return (
    <Layout
      preview={`${props.offeringTitle} is ${props.howSoon}.`}
      heading={`Your session is ${props.howSoon}`}
      personName={props.personName}
      reason={`You get this message because you hold a seat in this offering of ${props.providerName}.`}
    >
      <Paragraph>
        {props.offeringTitle} is {props.howSoon}.
      </Paragraph>
      <SessionLines sessions={[props.session]} />
      {props.joinUrl ? <TextLink href={props.joinUrl}>Join online</TextLink> : null}
      <Arrival {...props} />
      <CheckInPass pass={props.pass} />
      <Paragraph>If you cannot come, please withdraw so that the next person can have your seat.</Paragraph>
      <ActionButton href={props.registrationUrl}>See your registration</ActionButton>
    </Layout>
  );
}

SessionReminder.PreviewProps = {
  ...ARRIVAL_EXAMPLE,
  pass: PASS_EXAMPLE,
  personName: "Aroha Ngata",
  providerName: "Puget Sound ESD",
  offeringTitle: "Field Science for Every Classroom",
  howSoon: "tomorrow",
  session: { when: "Tue, Mar 16, 2027 · 8:00 AM–4:00 PM PDT", where: "Renton, Cedar Room" },
  joinUrl: "https://hourbook.example/join/0197",
  registrationUrl: "https://hourbook.example/registrations/0194",
} satisfies Props;
