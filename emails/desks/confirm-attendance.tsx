import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  endedOn: string;
  /** How many people wait for it, ready to read: "18 people". */
  waiting: string;
  actionUrl: string;
}

export default function ConfirmAttendance(props: Props) {
  return (
    <Layout
      preview={`${props.waiting} can claim their hours after you confirm.`}
      heading="Please confirm attendance"
      personName={props.personName}
      reason={`You get this message because you facilitate this offering of ${props.providerName}.`}
    >
      <Paragraph>
        {props.offeringTitle} ended on {props.endedOn}. Nobody can claim hours until you have confirmed who was there:{" "}
        {props.waiting} on the roster.
      </Paragraph>
      <ActionButton href={props.actionUrl}>Check and confirm attendance</ActionButton>
    </Layout>
  );
}

ConfirmAttendance.PreviewProps = {
  personName: "Sofía Herrera",
  providerName: "Puget Sound ESD",
  offeringTitle: "Field Science for Every Classroom",
  endedOn: "Tue, Mar 16, 2027",
  waiting: "18 people",
  actionUrl: "https://hourbook.example/facilitator/offerings/0192",
} satisfies Props;
