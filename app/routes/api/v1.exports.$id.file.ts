import type { LoaderFunctionArgs } from "@remix-run/node";
import { isKnown, readQuery, recordApiReading, requireToken } from "~/hr/api/api-request.server";
import { noQuery } from "~/hr/api/api-schema";
import { findExportFile } from "~/hr/exports/export.server";
import { provenFileResponse } from "~/platform/files/file-response.server";
import { problem } from "~/platform/http/problem";
import { param } from "~/platform/http/responses.server";

/** The file of an export, byte for byte as it was given out. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = requireToken(request, "exports", "application/octet-stream");
  readQuery(request, noQuery);
  const found = findExportFile(ctx.db, ctx.organisation.id, param(params, "id"));
  if (!found) throw problem(404, "You have no export of that number, or it has no file.", ctx.headers);
  const etag = `"${found.file.sha256}"`;
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers: { ...ctx.headers, ETag: etag } });
  const file = await provenFileResponse(found.file, found.name);
  if (!file.ok) throw problem(404, "The file is not on the server any more as it was kept. Ask HR to tell us.");
  recordApiReading(ctx, request, found.personIds);
  for (const [name, value] of Object.entries(ctx.headers)) file.headers.set(name, value);
  return file;
}
