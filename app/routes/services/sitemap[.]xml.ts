import type { LoaderFunctionArgs } from "@remix-run/node";
import { listMappedPages } from "~/desks/public/sitemap.server";
import { getContext } from "~/people/roles/permission.server";
import { origin } from "~/platform/env.server";
import { sitemapText } from "~/platform/http/search-engines";

/** The map of what everybody may find. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db, now } = await getContext(request);
  return new Response(sitemapText(origin, listMappedPages(db, now)), {
    headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
