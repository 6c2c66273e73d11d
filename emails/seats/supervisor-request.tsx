import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";
import { SessionLines, type SessionLine } from "../parts/SessionLines";

export interface Props {
  /** How the supervisor is addressed. */
  personName: string;
  educatorName: string;
  providerName: string;
  offeringTitle: string;
  sessions: SessionLine[];
  price: string | null;
  heldUntil: string;
  actionUrl: string;
}

export default function SupervisorRequest(props: Props) {
  return (
    <Layout
      preview={`Please answer by ${props.heldUntil}.`}
      heading="A registration needs your approval"
      personName={props.personName}
      reason={`You get this message because ${props.educatorName} named you as their supervisor. If you are not, decline or ignore it.`}
    >
      <Paragraph>
        {props.educatorName} asks to attend {props.offeringTitle}. A seat is held until {props.heldUntil}.
      </Paragraph>
      <SessionLines sessions={props.sessions} />
      <Facts
        facts={[
          { label: "Please answer by", value: props.heldUntil },
          { label: "Provider", value: props.providerName },
          { label: "Price", value: props.price },
        ]}
      />
      <Paragraph>You approve or decline on the page itself. Opening the link decides nothing.</Paragraph>
      <ActionButton href={props.actionUrl}>Look at the request</ActionButton>
    </Layout>
  );
}

SupervisorRequest.PreviewProps = {
  personName: "principal@district.example",
  educatorName: "Ngọc Trần",
  providerName: "Puget Sound ESD",
  offeringTitle: "Race and Belonging in the Classroom",
  sessions: [{ when: "Tue, Mar 9, 2027 · 4:30 PM–6:30 PM PST", where: "Online" }],
  price: "$45.00",
  heldUntil: "Fri, Feb 5, 2027 · 9:15 AM PST",
  actionUrl: "https://hourbook.example/approvals/secret",
} satisfies Props;
