import { origin } from "~/platform/env.server";
import { robotsText } from "~/platform/http/search-engines";

/** What search engines may visit, and where the map is. */
export const loader = () =>
  new Response(robotsText(origin), {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=86400" },
  });
