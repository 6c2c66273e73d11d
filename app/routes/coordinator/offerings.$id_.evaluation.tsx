import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BATCH_SIZE } from "~/credits/evaluation/evaluation-batch";
import { getEvaluationSummary } from "~/credits/evaluation/evaluation.server";
import { EvaluationSummary } from "~/credits/evaluation/EvaluationSummary";
import { requireRole } from "~/people/roles/permission.server";
import { formatDate, plural } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { EmptyState, Page } from "~/ui/frame/Page";
import { PrintButton } from "~/ui/PrintButton";

export const meta = () => pageTitle("Evaluation");

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data({
    ...getEvaluationSummary(await requireRole(request, "coordinator"), param(params, "id")),
    size: BATCH_SIZE,
  });
}

export default function OfferingEvaluation() {
  const { offering, title, count, questions, size } = useLoaderData<typeof loader>();
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
      breadcrumbs={[
        { label: "Offerings", to: "/coordinator" },
        { label: "Offering", to: `/coordinator/offerings/${offering.id}` },
      ]}
      actions={count > 0 ? <PrintButton /> : undefined}
    >
      {count === 0 ? (
        <EmptyState title="Nothing to show yet">
          Answers are shown once {size} people have given them, and then at least {size} at a time, so that nobody’s can
          be told apart.
        </EmptyState>
      ) : (
        <>
          <p>
            <strong>{plural(count, "response")}</strong>, without names. Further answers join at least {size} at a time.
          </p>
          <EvaluationSummary questions={questions} />
        </>
      )}
    </Page>
  );
}
