import type { LoaderFunctionArgs } from "@remix-run/node";
import { getContext } from "~/people/roles/permission.server";
import { param } from "~/platform/http/responses.server";
import { readFeed } from "~/registration/calendar/calendar-feed.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  return new Response(readFeed(ctx, param(params, "secret")), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Cache-Control": "private, max-age=300",
      "X-Robots-Tag": "noindex",
    },
  });
}
