import { formatDate, plural } from "~/platform/format";
import { type Crumb, EmptyState, Page } from "~/ui/frame/Page";
import { PrintButton } from "~/ui/PrintButton";
import { BATCH_SIZE } from "./evaluation-batch";
import type { summarizeOffering } from "./evaluation.server";
import { EvaluationSummary } from "./EvaluationSummary";

/** What people made of an offering, for everybody who runs it. */
export function EvaluationPage({
  summary,
  breadcrumbs,
}: {
  summary: ReturnType<typeof summarizeOffering>;
  breadcrumbs: Crumb[];
}) {
  const { offering, title, count, questions } = summary;
  return (
    <Page
      title="Evaluation"
      lead={
        <>
          <strong>{title}</strong>
          <br />
          {offering.inServiceNumber}
          {offering.endsAt === null ? "" : `, ended ${formatDate(offering.endsAt, offering.timeZone)}`}
        </>
      }
      breadcrumbs={breadcrumbs}
      actions={count > 0 ? <PrintButton /> : undefined}
    >
      {count === 0 ? (
        <EmptyState title="Nothing to show yet">
          Answers are shown once {BATCH_SIZE} people have given them, and then at least {BATCH_SIZE} at a time, so that
          nobody’s can be told apart.
        </EmptyState>
      ) : (
        <>
          <p>
            <strong>{plural(count, "response")}</strong>, without names. Further answers join at least {BATCH_SIZE} at a
            time.
          </p>
          <EvaluationSummary questions={questions} />
        </>
      )}
    </Page>
  );
}
