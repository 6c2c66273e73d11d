import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireEducator } from "~/people/roles/permission.server";
import { storedFileResponse } from "~/platform/files/file-response.server";
import { notFound, param } from "~/platform/http/responses.server";
import { findMyEvidence } from "~/renewal/outside/evidence.server";

/** What proves hours from elsewhere, for whoever entered them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = findMyEvidence(await requireEducator(request), param(params, "id"));
  if (!found) throw notFound();
  return storedFileResponse(found.file, found.name);
}
