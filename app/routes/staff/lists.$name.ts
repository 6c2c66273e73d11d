import type { LoaderFunctionArgs } from "@remix-run/node";
import { makeListFile } from "~/desks/lists/list-pool.server";
import { findList } from "~/desks/lists/list-registry.server";
import { recordListExport } from "~/desks/lists/list-export.server";
import { requireActor } from "~/people/roles/permission.server";
import { csvName } from "~/platform/lists/list-limit";
import { fileResponse, notFound, param } from "~/platform/http/responses.server";

/** The CSV of a list: the rows, the order and the columns that its address shows. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const list = findList(param(params, "name").replace(/\.csv$/, ""));
  if (!list) throw notFound();
  const ctx = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const file = await makeListFile(ctx, list, searchParams);
  recordListExport(ctx, list.shape, searchParams, file);
  return fileResponse(file.csv, "text/csv; charset=utf-8", csvName(list.shape.name, file));
}
