import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  microcredentialTitle: string;
  expiresOn: string;
  /** Whether people can still begin with it. */
  isOpen: boolean;
  actionUrl: string;
}

export default function AwardExpires({ isOpen, ...props }: Props) {
  return (
    <Layout
      preview={isOpen ? "You can renew it from today on." : "It stays on record with its dates."}
      heading={`Your award expires on ${props.expiresOn}`}
      personName={props.personName}
      reason={`You get this message because ${props.providerName} awarded you a micro-credential.`}
    >
      <Paragraph>
        {isOpen
          ? "You can renew it: begin a new portfolio, with evidence from your practice of today. Until it is decided, the old award stands to its last day; with the new one you get a new badge."
          : "Nobody begins with this micro-credential any more, so it cannot be renewed. It stays on record with its dates, and its badge says that it has expired."}
      </Paragraph>
      <Facts
        facts={[
          { label: "Micro-credential", value: props.microcredentialTitle },
          { label: "Provider", value: props.providerName },
          { label: "Valid until", value: props.expiresOn },
        ]}
      />
      <ActionButton href={props.actionUrl}>{isOpen ? "Renew it" : "See your award"}</ActionButton>
    </Layout>
  );
}

AwardExpires.PreviewProps = {
  personName: "Carlos Ibáñez",
  providerName: "Puget Sound ESD",
  microcredentialTitle: "Trauma-informed instruction",
  expiresOn: "Thu, Jan 6, 2028",
  isOpen: true,
  actionUrl: "https://hourbook.example/microcredentials/0301",
} satisfies Props;
