import type { LoaderFunctionArgs } from "@remix-run/node";
import { repeatExport } from "~/hr/exports/export.server";
import { requireRole } from "~/people/roles/permission.server";
import { provenFileResponse } from "~/platform/files/file-response.server";
import { fileResponse, param } from "~/platform/http/responses.server";

/** The file of an export, byte for byte as it was given out; of earlier times, its rows again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const { name, file, csv } = repeatExport(ctx, param(params, "id"));
  return file ? provenFileResponse(file, name) : fileResponse(csv, "text/csv; charset=utf-8", name);
}
