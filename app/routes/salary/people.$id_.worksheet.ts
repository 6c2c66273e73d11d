import type { LoaderFunctionArgs } from "@remix-run/node";
import { readSalaryYear } from "~/hr/salary/salary-year.server";
import { makeWorksheet } from "~/hr/salary/worksheet.server";
import { requireRole } from "~/people/roles/permission.server";
import { fileResponse, param } from "~/platform/http/responses.server";

/** The worksheet of a person's salary year, as a PDF or a workbook. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const search = new URL(request.url).searchParams;
  const format = search.get("format") === "xlsx" ? "xlsx" : "pdf";
  const { bytes, type, name } = await makeWorksheet(ctx, readSalaryYear(ctx, search), param(params, "id"), format);
  return fileResponse(bytes, type, name);
}
