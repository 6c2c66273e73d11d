import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  /** Nobody answered in time, rather than declined. */
  lapsed: boolean;
  /** What the supervisor wrote. */
  note: string | null;
  offeringUrl: string;
}

export default function RequestDeclined(props: Props) {
  return (
    <Layout
      preview="The seat goes to the next person."
      heading="Your seat was not approved"
      personName={props.personName}
      reason={`You get this message because you asked for a seat in this offering of ${props.providerName}.`}
    >
      <Paragraph>
        {props.lapsed
          ? `Your supervisor did not answer in time, so your seat in ${props.offeringTitle} was given up.`
          : `Your supervisor declined your seat in ${props.offeringTitle}.`}
      </Paragraph>
      <Facts
        facts={[
          { label: "What they wrote", value: props.note },
          { label: "Provider", value: props.providerName },
        ]}
      />
      <Paragraph>You can register again while seats are open; talk to your supervisor first.</Paragraph>
      <ActionButton href={props.offeringUrl}>See the offering</ActionButton>
    </Layout>
  );
}

RequestDeclined.PreviewProps = {
  personName: "Ngọc Trần",
  providerName: "Puget Sound ESD",
  offeringTitle: "Race and Belonging in the Classroom",
  lapsed: false,
  note: "We need you at the open house that evening.",
  offeringUrl: "https://hourbook.example/offerings/0192",
} satisfies Props;
