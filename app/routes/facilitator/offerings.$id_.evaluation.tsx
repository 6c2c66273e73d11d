import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { summarizeOffering } from "~/credits/evaluation/evaluation.server";
import { EvaluationPage } from "~/credits/evaluation/EvaluationPage";
import { requireActor } from "~/people/roles/permission.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";

export const meta = () => pageTitle("Evaluation");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const offering = findMyOffering(ctx.db, ctx, param(params, "id"));
  if (!offering) throw notFound();
  return data(summarizeOffering(ctx, offering));
}

export default function FacilitatedEvaluation() {
  const summary = useLoaderData<typeof loader>();
  return (
    <EvaluationPage
      summary={summary}
      breadcrumbs={[
        { label: "My offerings", to: "/facilitator/offerings" },
        { label: "Attendance", to: `/facilitator/offerings/${summary.offering.id}` },
      ]}
    />
  );
}
