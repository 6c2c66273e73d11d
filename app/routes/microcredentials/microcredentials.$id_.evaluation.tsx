import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BATCH_SIZE } from "~/credits/evaluation/evaluation-batch";
import { EvaluationSummary } from "~/credits/evaluation/EvaluationSummary";
import { getScopedMicrocredential } from "~/microcredentials/definitions/definition.server";
import { summarizeFeedback } from "~/microcredentials/feedback/feedback.server";
import { requireRole } from "~/people/roles/permission.server";
import { plural } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { EmptyState, Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("How people were judged");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { microcredential } = getScopedMicrocredential(ctx, param(params, "id"));
  return data({ microcredential, ...summarizeFeedback(ctx, microcredential.id) });
}

export default function AssessmentEvaluation() {
  const { microcredential, count, questions } = useLoaderData<typeof loader>();
  return (
    <Page
      title="How people were judged"
      lead={`What candidates made of the assessment of ${microcredential.title}, without their names.`}
      breadcrumbs={[
        { label: "Micro-credentials", to: "/coordinator/microcredentials" },
        { label: microcredential.title, to: `/coordinator/microcredentials/${microcredential.id}` },
      ]}
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
