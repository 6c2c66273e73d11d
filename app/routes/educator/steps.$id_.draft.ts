import type { ActionFunctionArgs } from "@remix-run/node";
import { saveReflection } from "~/attendance/steps/do-step.server";
import { myStepForm } from "~/attendance/steps/my-step-form";
import { getMyStep } from "~/attendance/steps/my-steps.server";
import { requireEducator } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { param } from "~/platform/http/responses.server";

/** A browser sends what somebody writes for a reflection, by itself; no page is read for it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const stepId = param(params, "id");
  getMyStep(ctx, stepId);
  const headers = { "Content-Security-Policy": "default-src 'none'" };
  const form = await readForm(request, myStepForm);
  if (!form.ok || form.value.intent !== "save-draft") return Response.json({}, { status: 400, headers });
  const outcome = saveReflection(ctx, { ...form.value, stepId });
  return outcome.ok ? Response.json(outcome.value, { headers }) : Response.json({}, { status: 409, headers });
}
