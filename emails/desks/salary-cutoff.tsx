import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  organisationName: string;
  /** The last day that counts, ready to read. */
  cutoffOn: string;
  /** How far off it is, ready to read: "in 30 days". */
  howSoon: string;
  lines: string;
  exportUrl: string;
}

export default function SalaryCutoff(props: Props) {
  return (
    <Layout
      preview={`The salary cut-off is ${props.howSoon}.`}
      heading={`Your salary cut-off is ${props.howSoon}`}
      personName={props.personName}
      reason={`You get this message because you work in HR of ${props.organisationName}.`}
    >
      <Paragraph>
        {props.organisationName} counts hours for pay that were completed until {props.cutoffOn}. Claims that are still
        under way may not be posted by then.
      </Paragraph>
      <Facts
        facts={[
          { label: "Last day", value: props.cutoffOn },
          { label: "New since your last export", value: props.lines },
        ]}
      />
      <ActionButton href={props.exportUrl}>Look and export</ActionButton>
    </Layout>
  );
}

SalaryCutoff.PreviewProps = {
  personName: "Mei Tanaka",
  organisationName: "Cedar Falls School District",
  cutoffOn: "Thu, Sep 30, 2027",
  howSoon: "in 30 days",
  lines: "31 lines",
  exportUrl: "https://hourbook.example/hr/export",
} satisfies Props;
