import type { LoaderFunctionArgs } from "@remix-run/node";
import { getContext } from "~/people/roles/permission.server";
import { sha256 } from "~/platform/secrets/codes.server";
import { param } from "~/platform/http/responses.server";
import { readFeed } from "~/registration/calendar/calendar-feed.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const feed = readFeed(ctx, param(params, "secret"));
  const etag = `"${sha256(feed).slice(0, 32)}"`;
  const headers = {
    "Content-Type": "text/calendar; charset=utf-8",
    "Cache-Control": "private, max-age=300",
    ETag: etag,
    "X-Robots-Tag": "noindex",
  };
  const isKnown = request.headers.get("If-None-Match")?.includes(etag);
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(feed, { headers });
}
