import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  organisationName: string;
  /** How many lines the export would hold, ready to read: "31 lines". */
  lines: string;
  exportUrl: string;
}

export default function NewHours(props: Props) {
  return (
    <Layout
      preview={`${props.lines} since your last export.`}
      heading="New hours of your staff"
      personName={props.personName}
      reason={`You get this message every month because you work in HR of ${props.organisationName}.`}
    >
      <Paragraph>
        Hours of people at {props.organisationName} have been posted or corrected since your last export: {props.lines}.
      </Paragraph>
      <ActionButton href={props.exportUrl}>Look and export</ActionButton>
    </Layout>
  );
}

NewHours.PreviewProps = {
  personName: "Mei Tanaka",
  organisationName: "Cedar Falls School District",
  lines: "31 lines",
  exportUrl: "https://hourbook.example/hr/export",
} satisfies Props;
