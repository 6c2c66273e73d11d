import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  microcredentialTitle: string;
  change: "revoked" | "suspended" | "resumed" | "replaced";
  reason: string;
  actionUrl: string;
}

const MEANING: Record<Props["change"], string> = {
  revoked: "It is not valid any more, and your transcript leaves it out. It stays on record with the reason.",
  suspended: "It is not valid for now, and your transcript leaves it out. It can become valid again.",
  resumed: "It is valid again, and stands on your transcript again.",
  replaced: "It is as valid as before. A new badge takes the place of the old one: use the new file from now on.",
};

export default function AwardChanged(props: Props) {
  return (
    <Layout
      preview={props.reason}
      heading={`Your award was ${props.change}`}
      personName={props.personName}
      reason={`You get this message because ${props.providerName} awarded you a micro-credential.`}
    >
      <Paragraph>{MEANING[props.change]}</Paragraph>
      <Facts
        facts={[
          { label: "Micro-credential", value: props.microcredentialTitle },
          { label: "Provider", value: props.providerName },
          { label: "Reason", value: props.reason },
        ]}
      />
      <ActionButton href={props.actionUrl}>See your award</ActionButton>
    </Layout>
  );
}

AwardChanged.PreviewProps = {
  personName: "Carlos Ibáñez",
  providerName: "Puget Sound ESD",
  microcredentialTitle: "Trauma-informed instruction",
  change: "suspended",
  reason: "A parent asked us to look at one of the pictures.",
  actionUrl: "https://hourbook.example/portfolios/0301",
} satisfies Props;
