import type { LoaderFunctionArgs } from "@remix-run/node";
import { repeatExport } from "~/hr/exports/export.server";
import { exportFileName } from "~/hr/exports/export-file.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { requireRole } from "~/people/roles/permission.server";
import { fileResponse } from "~/platform/http/responses.server";

/** The rows of an earlier export again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const { csv, organisation, madeAt } = repeatExport(ctx, params.id ?? "");
  const name = exportFileName(organisation, madeAt, getHomeProvider(ctx.db).timeZone);
  return fileResponse(csv, "text/csv; charset=utf-8", name);
}
