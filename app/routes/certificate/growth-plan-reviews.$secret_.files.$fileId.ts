import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/people/roles/permission.server";
import { storedFileResponse } from "~/platform/files/file-response.server";
import { notFound, param } from "~/platform/http/responses.server";
import { findReviewFile } from "~/renewal/growth-plans/plan-review.server";

/** A file of a growth plan, for the one who reviews it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const found = findReviewFile(ctx, param(params, "secret"), param(params, "fileId"));
  if (!found) throw notFound();
  return storedFileResponse(found.file, found.name);
}
