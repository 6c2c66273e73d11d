import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getScopedOffering } from "~/catalog/courses/course-desk.server";
import { summarizeOffering } from "~/credits/evaluation/evaluation.server";
import { EvaluationPage } from "~/credits/evaluation/EvaluationPage";
import { requireRole } from "~/people/roles/permission.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";

export const meta = () => pageTitle("Evaluation");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  return data(summarizeOffering(ctx, getScopedOffering(ctx, param(params, "id")).offering));
}

export default function OfferingEvaluation() {
  const summary = useLoaderData<typeof loader>();
  return (
    <EvaluationPage
      summary={summary}
      breadcrumbs={[
        { label: "Offerings", to: "/coordinator" },
        { label: "Offering", to: `/coordinator/offerings/${summary.offering.id}` },
      ]}
    />
  );
}
