import type { ActionFunctionArgs } from "@remix-run/node";
import { ONE_FILE } from "~/documents/checking/uploaded-file";
import { readUploads } from "~/documents/checking/uploaded-file.server";
import { checkForHr } from "~/hr/checking/document-check.server";
import { requireRole } from "~/people/roles/permission.server";

/** One of many files, for the page that counts them. */
export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const [file] = await readUploads(request, ONE_FILE);
  return Response.json(await checkForHr(ctx, file));
}
