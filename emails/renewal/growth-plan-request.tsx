import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  /** The reviewer's address: nobody knows more of them. */
  personName: string;
  educatorName: string;
  /** From July to June: "2025–26". */
  year: string;
  answerBy: string;
  actionUrl: string;
}

export default function GrowthPlanRequest({ personName, educatorName, year, answerBy, actionUrl }: Props) {
  return (
    <Layout
      preview={`${educatorName} asks you to review and sign their growth plan of ${year}.`}
      heading="Please review a growth plan"
      personName={personName}
      reason={`You get this message because ${educatorName} entered your address as that of their reviewer.`}
    >
      <Paragraph>
        {educatorName} asks you, as another certificated educator, to review their professional growth plan of {year}{" "}
        and to sign it, or to return it with what should change.
      </Paragraph>
      <Paragraph>
        Opening the page signs nothing. You sign in with an account of this address, read the plan, and decide. Please
        answer by {answerBy}.
      </Paragraph>
      <ActionButton href={actionUrl}>Read the plan</ActionButton>
    </Layout>
  );
}

GrowthPlanRequest.PreviewProps = {
  personName: "thomas.okafor@example.org",
  educatorName: "Hana Takahashi",
  year: "2025–26",
  answerBy: "Thu, Nov 5, 2026",
  actionUrl: "https://hourbook.example/growth-plan-reviews/secret",
} satisfies Props;
