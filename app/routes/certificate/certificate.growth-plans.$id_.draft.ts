import type { ActionFunctionArgs } from "@remix-run/node";
import { requireEducator } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { param } from "~/platform/http/responses.server";
import { writeBase } from "~/platform/http/stale-form";
import { savePlanForm } from "~/renewal/growth-plans/growth-plan-form";
import { savePlanFields } from "~/renewal/growth-plans/plan-action.server";
import { getPlanPage } from "~/renewal/growth-plans/plan-page.server";

/** A browser sends what somebody writes in a plan, by itself; no page is read for it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const id = param(params, "id");
  getPlanPage(ctx, id);
  const { reply } = savePlanFields(ctx, id, await readFields(request, savePlanForm));
  const headers = { "Content-Security-Policy": "default-src 'none'" };
  if (reply) return Response.json({}, { status: reply.init?.status ?? 400, headers });
  return Response.json({ base: writeBase(getPlanPage(ctx, id).draft) }, { headers });
}
