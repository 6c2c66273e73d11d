import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  microcredentialTitle: string;
  awardedOn: string;
  actionUrl: string;
}

export default function AwardIssued(props: Props) {
  return (
    <Layout
      preview="It stands on your transcript."
      heading="You demonstrated all of it"
      personName={props.personName}
      reason={`You get this message because ${props.providerName} awarded you a micro-credential.`}
    >
      <Paragraph>
        {props.providerName} awards you {props.microcredentialTitle}. It is an Open Badge: a signed file that you keep,
        and that anybody can check without asking you. It stands on your transcript, too. Nobody else sees it unless you
        show it.
      </Paragraph>
      <Facts
        facts={[
          { label: "Micro-credential", value: props.microcredentialTitle },
          { label: "Awarded", value: props.awardedOn },
        ]}
      />
      <ActionButton href={props.actionUrl}>See your award</ActionButton>
    </Layout>
  );
}

AwardIssued.PreviewProps = {
  personName: "Carlos Ibáñez",
  providerName: "Puget Sound ESD",
  microcredentialTitle: "Trauma-informed instruction",
  awardedOn: "Thu, Jan 7, 2027",
  actionUrl: "https://hourbook.example/portfolios/0301",
} satisfies Props;
