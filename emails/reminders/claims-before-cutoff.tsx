import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  organisationName: string;
  cutoffOn: string;
  /** "in 12 days", "today", "over" */
  howSoon: string;
  /** Each with what is still to be done: "to evaluate". */
  claims: { title: string; waits: string }[];
  claimsUrl: string;
}

export default function ClaimsBeforeCutoff(props: Props) {
  return (
    <Layout
      preview={`${props.organisationName} counts posted hours until ${props.cutoffOn}.`}
      heading="Finish your claims before the salary cut-off"
      personName={props.personName}
      reason={`You get this message because HR of ${props.organisationName} asked us to remind you.`}
    >
      <Paragraph>
        {props.organisationName} counts the clock hours that are completed until {props.cutoffOn} for the salary year;
        the cut-off is {props.howSoon}. These of yours are not posted yet:
      </Paragraph>
      <Facts facts={props.claims.map(({ title, waits }) => ({ label: title, value: waits }))} />
      <ActionButton href={props.claimsUrl}>See your claims</ActionButton>
    </Layout>
  );
}

ClaimsBeforeCutoff.PreviewProps = {
  personName: "Daniel Okafor",
  organisationName: "Cedar Falls School District",
  cutoffOn: "Wed, Sep 30, 2026",
  howSoon: "in 12 days",
  claims: [
    { title: "Grading That Tells the Truth", waits: "to pay for" },
    { title: "Restorative Circles", waits: "to claim" },
  ],
  claimsUrl: "https://hourbook.example/claims",
} satisfies Props;
