import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton, TextLink } from "../parts/links";

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
  /** How long there is until then: "6 months". */
  left?: string | undefined;
  /** An offering or a micro-credential that would close all of the gap. */
  closing?: { title: string; url: string } | undefined;
  hoursUrl: string;
}

export default function RenewalShort({ left = "a year", closing, ...props }: Props) {
  return (
    <Layout
      preview={`${props.missing} clock hours are missing in Hourbook.`}
      heading={`Your certificate ends in ${left}`}
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
      {closing ? (
        <>
          <Paragraph>This would close the gap, with a seat free as we write:</Paragraph>
          <TextLink href={closing.url}>{closing.title}</TextLink>
        </>
      ) : null}
      <Paragraph>
        Hours of other providers, growth plans and college credits count here once they are entered with your
        certificate.
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
  need: "37.5 more hours, 3 of them in equity",
  left: "6 months",
  closing: { title: "Grading That Tells the Truth", url: "https://hourbook.example/offerings/0198" },
  hoursUrl: "https://hourbook.example/hours",
} satisfies Props;
