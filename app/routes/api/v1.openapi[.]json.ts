import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiDocument } from "~/hr/api/api-document";
import { origin } from "~/platform/env.server";
import { sha256 } from "~/platform/secrets/codes.server";

/** The description of the API (OpenAPI 3.1), for everybody: it holds nobody's data. */
export function loader({ request }: LoaderFunctionArgs) {
  const text = JSON.stringify(apiDocument(origin), null, 2);
  const headers = { ETag: `"${sha256(text).slice(0, 32)}"`, "Cache-Control": "no-cache" };
  if (request.headers.get("If-None-Match")?.includes(headers.ETag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "Content-Type": "application/json" } });
}
