import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireEducator } from "~/people/roles/permission.server";
import { storedFileResponse } from "~/platform/files/file-response.server";
import { notFound, param } from "~/platform/http/responses.server";
import { findMyPlan, listPlanFiles } from "~/renewal/growth-plans/growth-plan.server";

/** A file of a growth plan, for its author. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, actor } = await requireEducator(request);
  const plan = findMyPlan(db, actor.personId, param(params, "id"));
  const found = plan && listPlanFiles(db, plan.id).find(({ id }) => id === params.fileId);
  if (!found) throw notFound();
  return storedFileResponse(found.file, found.name);
}
