import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  reviewerName: string;
  /** From July to June: "2025–26". */
  year: string;
  /** What should change; null for a plan that is signed. */
  words: string | null;
  actionUrl: string;
}

export default function GrowthPlanAnswered({ personName, reviewerName, year, words, actionUrl }: Props) {
  const isSigned = words === null;
  return (
    <Layout
      preview={words ?? `${reviewerName} signed your growth plan of ${year}.`}
      heading={isSigned ? "Your growth plan is signed" : "Your growth plan was returned"}
      personName={personName}
      reason="You get this message because you sent your growth plan to a reviewer."
    >
      <Paragraph>
        {isSigned
          ? `${reviewerName} reviewed and signed your growth plan of ${year}. It is locked now, counts for your renewal, and you can have it as a signed PDF.`
          : `${reviewerName} read your growth plan of ${year} and returned it to you. You can change it and send it again.`}
      </Paragraph>
      {isSigned ? null : <Facts facts={[{ label: "What should change", value: words }]} />}
      <ActionButton href={actionUrl}>Open your plan</ActionButton>
    </Layout>
  );
}

GrowthPlanAnswered.PreviewProps = {
  personName: "Hana Takahashi",
  reviewerName: "Thomas Okafor",
  year: "2025–26",
  words: "Please name the standards that the second goal is about.",
  actionUrl: "https://hourbook.example/certificate/growth-plans/0501",
} satisfies Props;
