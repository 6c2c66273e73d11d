import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  organisationName: string;
  /** Where messages were sent, to read: without https. */
  address: string;
  /** For how long none was taken, ready to read: "5 days". */
  failedFor: string;
  /** What came back last. */
  answer: string;
  endpointUrl: string;
}

export default function WebhookSwitchedOff(props: Props) {
  const { personName, organisationName, address, failedFor, answer, endpointUrl } = props;
  return (
    <Layout
      preview={`The webhook took no message for ${failedFor}, so it is switched off. No hours are lost.`}
      heading="A webhook is switched off"
      personName={personName}
      reason={`You get this message because you work in HR of ${organisationName}.`}
    >
      <Paragraph>
        Your payroll or HR system took no message for {failedFor}, so none is sent to it any more. No hours are lost:
        once the endpoint is on again, it hears of everything that happened meanwhile. Whoever looks after that system
        can mend it; then switch it on.
      </Paragraph>
      <Facts
        facts={[
          { label: "Address", value: address },
          { label: "What came back last", value: answer },
        ]}
      />
      <ActionButton href={endpointUrl}>Open the endpoint</ActionButton>
    </Layout>
  );
}

WebhookSwitchedOff.PreviewProps = {
  personName: "Helen Ortiz",
  organisationName: "Highline",
  address: "payroll.highline.example/hourbook",
  failedFor: "5 days",
  answer: "Status 503",
  endpointUrl: "https://hourbook.example/hr/api/endpoints/0501",
} satisfies Props;
