import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  /** The last day of the certificate, ready to read. */
  expiresOn: string;
  /** Hours of the cycle in Hourbook, needed in all and missing, ready to read: "62.5". */
  hours: string;
  needed: string;
  missing: string;
  /** The whole of it where it is known what the certificate is: "12.5 more hours, 3 of them in equity". */
  need?: string | undefined;
  hoursUrl: string;
}

export default function RenewalShort(props: Props) {
  return (
    <Layout
      preview={`${props.missing} clock hours are missing in Hourbook.`}
      heading="A year until your certificate ends"
      personName={props.personName}
      reason="You get this message because you entered your certificate in Hourbook."
    >
      <Paragraph>
        Your certificate ends on {props.expiresOn}. Hourbook holds {props.hours} of the {props.needed} clock hours that
        the renewal takes.
      </Paragraph>
      {props.need ? <Paragraph>You still need {props.need}.</Paragraph> : null}
      <Facts
        facts={[
          { label: "In Hourbook", value: props.hours },
          { label: "Missing", value: props.missing },
        ]}
      />
      <Paragraph>
        Hours from providers outside Hourbook, growth plans and college credits are not counted here. Subtract them
        before you plan.
      </Paragraph>
      <ActionButton href={props.hoursUrl}>See your hours</ActionButton>
    </Layout>
  );
}

RenewalShort.PreviewProps = {
  personName: "Ingrid Sørensen",
  expiresOn: "Wed, Jun 30, 2027",
  hours: "62.5",
  needed: "100",
  missing: "37.5",
  hoursUrl: "https://hourbook.example/hours",
} satisfies Props;
