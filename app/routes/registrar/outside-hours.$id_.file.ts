import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRole } from "~/people/roles/permission.server";
import { storedFileResponse } from "~/platform/files/file-response.server";
import { notFound, param } from "~/platform/http/responses.server";
import { findSentEvidence } from "~/renewal/outside/evidence.server";

/** What proves hours from elsewhere, for the registrars to whom they were sent. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = findSentEvidence(await requireRole(request, "registrar"), param(params, "id"));
  if (!found) throw notFound();
  return storedFileResponse(found.file, found.name);
}
